package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to a worksheet that somebody, or the EHR, had in mind. */
@Tag("server")
class DeepLinkTest {

    private static final String OVER = "/l/" + "x".repeat(43) + "/worksheet/task-1";

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = app.browser();

    @Test
    void without_a_launch_the_page_says_so_in_the_readers_language_and_offers_the_way_back() {
        Page refused = browser.get(OVER, "Accept-Language", "es-MX,es;q=0.9");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body())
                .contains("<html lang=\"es\">", "Las tareas ya no están abiertas", "Volverá a donde iba")
                .contains("href=\"/launch?iss=http%3A%2F%2Flocalhost", "&amp;worksheet=task-1\"");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void after_a_launch_one_is_at_the_worksheet_that_was_meant() {
        task("p1");

        assertThat(came("worksheet=task-1")).endsWith("/worksheet/task-1");
    }

    @Test
    void family_21_a_worksheet_of_another_patient_is_not_opened() {
        task("p2");

        assertThat(came("worksheet=task-1")).endsWith("/");
    }

    @Test
    void a_worksheet_that_this_ehr_does_not_have_is_not_opened() {
        assertThat(came("worksheet=task-1")).endsWith("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https%3A%2F%2Fevil.example", "..%2F..%2Fsign-out", "task-1%2F..", "%0d%0a"})
    void family_37_nobody_is_led_where_a_link_says(String worksheet) {
        task("p1");

        assertThat(came("worksheet=" + worksheet)).matches(app.base() + "/l/[A-Za-z0-9_-]{43}/");
        assertThat(ehr.asked("/Task")).isEmpty();
    }

    @Test
    void the_task_that_an_ehr_launches_for_is_opened() {
        task("p1");
        ehr.grant(told -> told.put(
                "fhirContext",
                List.of(
                        Map.of("reference", "CareTeam/1"),
                        Map.of("reference", ehr.issuer("public") + "/Task/task-1"))));

        assertThat(browser.open(ehr, "public").location()).endsWith("/worksheet/task-1");
    }

    @Test
    void so_is_one_that_the_intent_names() {
        task("p1");
        ehr.grant(told -> told.put("intent", "Task/task-1"));

        assertThat(browser.open(ehr, "public").location()).endsWith("/worksheet/task-1");
    }

    @Test
    void a_task_in_another_role_is_not() {
        task("p1");
        ehr.grant(told ->
                told.put("fhirContext", List.of(Map.of("reference", "Task/task-1", "role", "https://x.example"))));

        assertThat(browser.open(ehr, "public").location()).endsWith("/");
    }

    @Test
    void a_clinician_is_shown_the_patients_homework_all_the_same() {
        task("p1");
        ehr.identify(request -> ehr.idToken(request, claims -> claims.claim("fhirUser", "Practitioner/17")));
        ehr.grant(told -> told.put("fhirContext", List.of(Map.of("reference", "Task/task-1"))));

        assertThat(browser.open(ehr, "public").location()).endsWith("/");
    }

    private String came(String parameter) {
        Page sent = browser.get("/launch?" + Browser.encoded(Map.of("iss", ehr.issuer("public"))) + "&" + parameter);
        return browser.comeBack(ehr, "public", sent).location();
    }

    private void task(String patient) {
        ehr.script(
                "/public/fhir/Task",
                asked -> Answer.fhir("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":"
                        + "{\"resourceType\":\"Task\",\"id\":\"task-1\",\"status\":\"requested\","
                        + "\"intent\":\"order\",\"for\":{\"reference\":\"Patient/" + patient + "\"}}}]}"));
    }
}
