package org.cbthomework.launch.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.RunningApp;
import org.cbthomework.launch.homework.HomeworkAway;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.launches.Grant;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.launches.LaunchContext;
import org.cbthomework.launch.launches.LaunchId;
import org.cbthomework.launch.launches.Scopes;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class FhirStoreTest {

    private static final String BUNDLE = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";

    private final HomeworkStores stores = RunningApp.shared().part(HomeworkStores.class);
    private final FakeEhr ehr = RunningApp.EHR;
    private final HomeworkStore store = stores.of(launch());

    private static Launch launch() {
        String issuer = RunningApp.EHR.issuer("public");
        return new Launch(
                LaunchId.next(),
                issuer,
                URI.create(RunningApp.EHR.base() + "/public/token"),
                null,
                new LaunchContext("p1", null, null, null, null, null, false, List.of()),
                new Grant(
                        Scopes.of("patient/*.cruds"), "the-token", Instant.now().plusSeconds(600), null),
                Instant.now().plusSeconds(600));
    }

    @Test
    void searches_are_by_patient_and_never_answered_from_a_minute_ago() {
        store.plans("p1");
        store.assignments("p1");
        store.responses("a1");
        store.adherence("p1");

        assertThat(ehr.asked())
                .extracting(asked -> asked.uri().toString())
                .containsExactly(
                        "/public/fhir/CarePlan?patient=p1&_count=200",
                        "/public/fhir/ServiceRequest?patient=p1&_count=200",
                        "/public/fhir/QuestionnaireResponse?based-on=ServiceRequest%2Fa1&_count=200",
                        "/public/fhir/Patient/p1/$homework-adherence?occasions=true&weeks=true");
        assertThat(ehr.asked().subList(0, 3))
                .allSatisfy(asked -> assertThat(asked.header("Cache-Control")).isEqualTo("no-cache"));
        assertThat(ehr.asked())
                .allSatisfy(asked -> assertThat(asked.header("Authorization")).isEqualTo("Bearer the-token"));
    }

    @Test
    void a_redirect_carries_the_token_nowhere() {
        ehr.script("/public/fhir/Patient/p1", asked -> Answer.redirect(ehr.base() + "/secret/fhir/Patient/p1"));

        assertThatThrownBy(() -> store.patient("p1")).isInstanceOf(HomeworkRefused.class);
        assertThat(ehr.asked("/secret/fhir/Patient/p1")).isEmpty();
    }

    @Test
    void the_next_page_is_read_on_the_same_server_alone() {
        ehr.script("/public/fhir/CarePlan", asked -> Answer.fhir(page(ehr.issuer("public") + "/page2")));
        ehr.script("/public/fhir/page2", asked -> Answer.fhir(page(ehr.issuer("secret") + "/page3")));

        assertThat(store.plans("p1")).hasSize(2);
        assertThat(ehr.asked("/page3")).isEmpty();
    }

    private static String page(String next) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[{\"relation\":\"next\",\"url\":\"" + next
                + "\"}],\"entry\":[{\"resource\":{\"resourceType\":\"CarePlan\",\"status\":\"active\","
                + "\"intent\":\"plan\"}}]}";
    }

    @Test
    void a_read_is_tried_three_times_and_a_write_once() {
        Answer busy = new Answer(503, Map.of("Retry-After", "0"), "");
        ehr.script("/public/fhir/Patient/p1", asked -> busy);
        ehr.script("/public/fhir/QuestionnaireResponse", asked -> busy);

        assertThatThrownBy(() -> store.patient("p1")).isInstanceOf(HomeworkAway.class);
        assertThatThrownBy(() -> store.keep(new QuestionnaireResponse())).isInstanceOf(HomeworkAway.class);
        assertThat(ehr.asked("/Patient/p1")).hasSize(3);
        assertThat(ehr.asked("/QuestionnaireResponse")).hasSize(1);
    }

    @Test
    void an_update_is_of_the_version_that_was_read() {
        ehr.script(
                "/public/fhir/QuestionnaireResponse/r1",
                asked -> Answer.fhir("{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"r1\","
                        + "\"meta\":{\"versionId\":\"7\"},\"status\":\"in-progress\"}"));
        QuestionnaireResponse draft = store.response("r1");
        draft.setStatus(QuestionnaireResponseStatus.COMPLETED);

        QuestionnaireResponse stored = store.keep(draft);

        assertThat(stored.getIdElement().getIdPart()).isEqualTo("r1");
        assertThat(ehr.asked("/QuestionnaireResponse/r1").get(1)).satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("PUT");
            assertThat(asked.headers().get("If-Match")).containsExactly("W/\"7\"");
        });
    }

    @Test
    void what_is_no_fhir_is_told_without_being_quoted() {
        ehr.script(
                "/public/fhir/Patient/p1",
                asked -> new Answer(200, Map.of("Content-Type", "text/html"), "<b>hush</b>"));
        ehr.script("/public/fhir/CarePlan", asked -> Answer.fhir("{\"resourceType\":\"Bundle\", hush"));

        assertThatThrownBy(() -> store.patient("p1"))
                .isInstanceOf(HomeworkRefused.class)
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> store.plans("p1"))
                .isInstanceOf(HomeworkRefused.class)
                .hasMessage("refusal.homework.no-fhir");
    }

    @Test
    void a_worksheet_is_found_by_its_canonical() {
        ehr.script("/public/fhir/Questionnaire", asked -> Answer.fhir(BUNDLE));

        assertThat(store.worksheet("https://example.org/Questionnaire/diary|1.0.0"))
                .isEmpty();
        assertThat(ehr.asked("/Questionnaire").get(0).uri().getQuery())
                .contains("url=https://example.org/Questionnaire/diary", "version=1.0.0");
    }
}
