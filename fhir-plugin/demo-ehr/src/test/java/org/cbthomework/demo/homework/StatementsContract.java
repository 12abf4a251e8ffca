package org.cbthomework.demo.homework;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cbthomework.demo.harness.Eventually;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.RequestStatements;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the plugin adds to the transaction of a response, once it remembers the assignment and the worksheet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StatementsContract {

    private static final String WRITE = "(?s)(INSERT|MERGE) INTO CBT_HOMEWORK\\.RESPONSE .*";
    private static final String ON_MONDAY = "2026-03-02T20:10:00+01:00";
    private static final int TOGETHER = 250;

    /** Loaded once for all tests, by the number of responses. */
    private final Map<Integer, Case> histories = new HashMap<>();

    @Autowired
    FhirHttp ehr;

    @Autowired
    RequestStatements statements;

    @ParameterizedTest
    @ValueSource(ints = {10, 1000})
    void a_response_adds_one_write_and_no_read_however_long_the_history(int responses) {
        Case homework = withHistory(responses);

        List<String> created = ofTheLedger(() -> homework.done("new", ON_MONDAY));
        List<String> updated = ofTheLedger(() -> Case.stored(homework.respond("new", "amended", ON_MONDAY)));

        assertThat(created).singleElement().asString().matches(WRITE);
        assertThat(updated).singleElement().asString().matches(WRITE);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1000})
    void a_response_that_names_its_occasion_adds_one_write_and_no_read_either(int responses) {
        Case homework = withHistory(responses);
        String identifier = """
                {"identifier": {"system": "https://w3id.org/cbt-homework/fhir/occasion", "value": "%s"}}
                """.formatted(homework.assignment + "/2026-03-02T20:00");

        List<String> created = ofTheLedger(() -> name(homework, "named", identifier, "completed"));
        List<String> updated = ofTheLedger(() -> name(homework, "named", identifier, "amended"));

        assertThat(created).singleElement().asString().matches(WRITE);
        assertThat(updated).singleElement().asString().matches(WRITE);
    }

    @Test
    void the_whole_transaction_has_as_many_statements_whatever_the_history() {
        Case begun = withHistory(10);
        Case old = withHistory(1000);
        begun.done("before", ON_MONDAY);
        old.done("before", ON_MONDAY);

        List<String> first = statements.during(() -> begun.done("another", ON_MONDAY));
        List<String> second = statements.during(() -> old.done("another", ON_MONDAY));

        assertThat(withoutNumbers(second)).hasSameSizeAs(withoutNumbers(first));
    }

    @Test
    void a_published_task_is_looked_up_when_it_is_named_first_and_then_remembered() {
        Case homework = load(10);
        Published published = new Published(ehr, homework.patient);
        Eventually.holds(() -> assertThat(published.tasks()).hasSize(7));
        Task monday = published.tasks().get(0);
        String task = """
                {"reference": "Task/%s"}""".formatted(monday.getIdElement().getIdPart());

        List<String> first = ofTheLedger(() -> name(homework, "new", task, "completed"));
        List<String> then = ofTheLedger(() -> name(homework, "new", task, "amended"));

        assertThat(first).hasSize(2);
        assertThat(first.get(0)).startsWith("SELECT ");
        assertThat(first.get(1)).matches(WRITE);
        assertThat(then).singleElement().asString().matches(WRITE);
    }

    @Test
    void a_response_to_an_order_that_is_no_homework_costs_a_look_and_no_record() {
        Case homework = Case.admitted(ehr);
        Case.stored(ehr.put(
                "/ServiceRequest/" + homework.assignment, """
                {"resourceType": "ServiceRequest", "id": "%s", "status": "active", "intent": "order",
                  "subject": {"reference": "Patient/%s"}}""".formatted(homework.assignment, homework.patient)));

        List<String> created = ofTheLedger(() -> homework.done("new", ON_MONDAY));

        assertThat(created).hasSize(3);
        assertThat(created.get(0)).startsWith("SELECT ").contains("CBT_HOMEWORK.ASSIGNMENT");
        assertThat(created.get(1)).startsWith("SELECT ").contains("CBT_HOMEWORK.OCCASION");
        assertThat(created.get(2)).startsWith("UPDATE CBT_HOMEWORK.RESPONSE");
    }

    private List<String> ofTheLedger(Runnable requests) {
        List<String> all = statements.during(requests);
        assertThat(all).as("all statements of the request").hasSizeGreaterThan(1);
        return all.stream().filter(each -> each.contains("CBT_HOMEWORK")).toList();
    }

    /** HAPI draws the numbers of its rows many at a time, now and then. */
    private static List<String> withoutNumbers(List<String> statements) {
        return statements.stream().filter(each -> !each.contains("SEQ_")).toList();
    }

    private void name(Case homework, String id, String occasion, String status) {
        String response = homework.response(id, "ServiceRequest/" + homework.assignment, status, ON_MONDAY);
        String named = Case.fixture("occasion")
                .with("reference", occasion)
                .with("response", response.substring(response.indexOf('{') + 1))
                .json();
        Case.stored(ehr.put("/QuestionnaireResponse/" + homework.name(id), named));
    }

    private Case withHistory(int responses) {
        return histories.computeIfAbsent(responses, this::load);
    }

    private Case load(int responses) {
        Case homework = Case.assigned(ehr);
        for (int from = 0; from < responses; from += TOGETHER) {
            String entries = IntStream.range(from, Math.min(from + TOGETHER, responses))
                    .mapToObj(number -> entry(homework, number))
                    .collect(joining(","));
            Case.stored(ehr.post(
                    "/", "{\"resourceType\": \"Bundle\", \"type\": \"transaction\", \"entry\": [" + entries + "]}"));
        }
        return homework;
    }

    private static String entry(Case homework, int number) {
        String id = "r" + number;
        String response = homework.response(
                id,
                "ServiceRequest/" + homework.assignment,
                "completed",
                "2026-03-%02dT20:10:00+01:00".formatted(2 + number % 7));
        return """
                {"resource": %s, "request": {"method": "PUT", "url": "QuestionnaireResponse/%s"}}
                """.formatted(response, homework.name(id));
    }
}
