package org.cbthomework.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class DropInTest {

    private static final String OPERATION = "https://w3id.org/cbt-homework/fhir/OperationDefinition/homework-adherence";

    private static final String TASK = """
            {"resourceType": "Task", "status": "requested", "intent": "order",
             "restriction": {"period": {"start": "2026-03-02T17:00:00+01:00", "end": "2026-03-02T23:00:00+01:00"}}}
            """;

    @TempDir
    Path data;

    @Test
    void the_jar_makes_a_host_count_and_publish_homework_and_a_restart_keeps_it() throws Exception {
        Diary diary;
        String task;
        try (Host host = Host.withTheJar(data)) {
            assertThat(host.get("/Questionnaire/phq-9").statusCode()).isEqualTo(200);
            diary = Diary.doneOn(host);
            task = host.created("Task", TASK);
            assertThat(diary.adherence(host)).contains("Done: 1 of 1");
            assertThat(diary.published(host)).contains("\"on-time\"");
            assertThatItIsDescribed(host);
            assertThat(dueOn(host, "2026-03-02")).contains(task);
        }

        try (Host host = Host.withTheJar(data)) {
            assertThat(diary.adherence(host)).contains("Done: 1 of 1");
            assertThatItIsDescribed(host);
            assertThat(dueOn(host, "2026-03-02")).contains(task);
            assertThat(dueOn(host, "2026-03-05")).doesNotContain(task);
            assertThat(host.get("/Questionnaire/phq-9/_history").body())
                    .as("what is stored already is left alone")
                    .contains("\"total\":1,");
        }
    }

    @Test
    void a_host_that_takes_no_ids_from_clients_and_gives_uuids_counts_all_the_same() throws Exception {
        try (Host host = Host.withTheJar(
                data, "hapi.fhir.client_id_strategy=NOT_ALLOWED", "hapi.fhir.server_id_strategy=UUID")) {
            assertThat(host.put("/Patient/mine", "{\"resourceType\": \"Patient\", \"id\": \"mine\"}")
                            .statusCode())
                    .isGreaterThanOrEqualTo(400);

            Diary diary = Diary.doneOn(host);

            assertThat(diary.patient()).hasSizeGreaterThan("Patient/".length() + 30);
            assertThat(diary.adherence(host)).contains("Done: 1 of 1");
            assertThat(diary.published(host)).contains("\"on-time\"");
            assertThatItIsDescribed(host);
        }
    }

    @Test
    void a_host_that_takes_any_id_from_clients_and_names_an_issuer_counts_for_its_tokens() throws Exception {
        try (Issuer issuer = new Issuer();
                Host host = Host.withTheJar(data, issuer.settings("hapi.fhir.client_id_strategy=ANY"))) {
            assertThat(host.get("/Questionnaire/phq-9").statusCode()).isEqualTo(401);
            host.use(issuer.token().replace('.', '_'));
            assertThat(host.get("/Questionnaire/phq-9").statusCode()).isEqualTo(401);

            host.use(issuer.token());
            assertThat(Diary.doneOn(host).adherence(host)).contains("Done: 1 of 1");
            assertThatItIsDescribed(host);
        }
    }

    @Test
    void a_host_without_the_jar_knows_nothing_of_homework() throws Exception {
        try (Host host = Host.withoutTheJar(data)) {
            Diary diary = Diary.doneOn(host);

            assertThat(host.get("/" + diary.patient() + "/$homework-adherence").statusCode())
                    .isBetween(400, 404);
            assertThat(host.get("/Questionnaire/phq-9").statusCode()).isEqualTo(404);
            assertThat(host.get("/OperationDefinition/homework-adherence").statusCode())
                    .isEqualTo(404);
        }
    }

    private static void assertThatItIsDescribed(Host host) {
        assertThat(host.get("/OperationDefinition/homework-adherence").body()).contains(OPERATION);
        assertThat(host.get("/OperationDefinition?url=" + OPERATION).body()).contains("\"asOf\"");
        assertThat(host.get("/metadata").body()).contains(OPERATION).contains("SearchParameter/task-due");
    }

    private static String dueOn(Host host, String day) {
        return host.get("/Task?due=ge" + day + "&due=le" + day).body();
    }
}
