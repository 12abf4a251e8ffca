package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Family 31: two patients in two tabs of one browser never mix. */
@Tag("server")
class TwoPatientsTest {

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = app.browser();

    @BeforeEach
    void another_patient() {
        ehr.script(
                "/public/fhir/Patient/p2",
                asked -> Answer.fhir(
                        "{\"resourceType\":\"Patient\",\"id\":\"p2\",\"name\":[{\"text\":\"Other One\"}]}"));
    }

    private String open(String patient) {
        ehr.grant(granted -> {
            granted.put("patient", patient);
            granted.put("access_token", "access-of-" + patient);
        });
        return browser.open(ehr, "public").location();
    }

    @Test
    void family_31_each_tab_shows_its_own_patient_in_whatever_order() {
        String one = open("p1");
        String other = open("p2");

        assertThat(browser.get(one).body()).contains("Pat Example").doesNotContain("Other One");
        assertThat(browser.get(other).body()).contains("Other One").doesNotContain("Pat Example");
        assertThat(browser.get(one + "api/context").body()).contains("Pat Example");
        assertThat(ehr.asked("/Patient/p1"))
                .allSatisfy(asked -> assertThat(asked.header("Authorization")).isEqualTo("Bearer access-of-p1"));
        assertThat(ehr.asked("/Patient/p2"))
                .allSatisfy(asked -> assertThat(asked.header("Authorization")).isEqualTo("Bearer access-of-p2"));
    }

    @Test
    void family_31_two_launches_begun_before_either_is_completed_do_not_mix() {
        ehr.grant(granted -> granted.put("patient", "p1"));
        Page first = browser.launch(ehr.issuer("public"), "a");
        Page second = browser.launch(ehr.issuer("public"), "b");
        String one = browser.comeBack(ehr, "public", first).location();
        ehr.grant(granted -> granted.put("patient", "p2"));
        String other = browser.comeBack(ehr, "public", second).location();

        assertThat(browser.get(one).body()).contains("Pat Example");
        assertThat(browser.get(other).body()).contains("Other One");
    }

    @Test
    void family_31_another_browser_with_the_address_is_told_what_it_would_be_of_none() {
        String one = open("p1");
        Browser another = app.browser();
        another.open(ehr, "public");

        Page foreign = another.get(one);
        Page unknown = another.get("/l/" + "A".repeat(43) + "/");

        assertThat(foreign.status()).isEqualTo(401);
        assertThat(foreign.body()).isEqualTo(unknown.body()).doesNotContain("Pat Example");
    }

    @Test
    void closing_one_leaves_the_other_open_and_gives_its_token_back() {
        String one = open("p1");
        String other = open("p2");
        String token = browser.get(one).hidden("_csrf");

        Page closed = browser.post(one + "close", java.util.Map.of("_csrf", token), "Origin", app.base());

        assertThat(closed.body()).contains("Homework is closed");
        assertThat(browser.get(one).status()).isEqualTo(401);
        assertThat(browser.get(other).status()).isEqualTo(200);
        assertThat(ehr.asked("/public/revoke"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.form())
                        .containsEntry("client_id", "app-public")
                        .hasEntrySatisfying("token", given -> assertThat(given).startsWith("refresh-")));
    }

    @Test
    void signing_out_closes_all_and_ends_the_session() {
        String one = open("p1");
        String other = open("p2");
        String token = browser.get(one).hidden("_csrf");

        browser.post("/sign-out", java.util.Map.of("_csrf", token), "Origin", app.base());

        assertThat(browser.get(one).status()).isEqualTo(401);
        assertThat(browser.get(other).status()).isEqualTo(401);
        assertThat(ehr.asked("/public/revoke")).hasSize(2);
    }
}
