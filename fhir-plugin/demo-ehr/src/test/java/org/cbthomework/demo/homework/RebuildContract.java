package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.cbthomework.demo.harness.Eventually;
import org.cbthomework.demo.harness.FhirHttp;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ledger against what the resources alone say. The server is shared: others' resources may be told as well. */
abstract class RebuildContract {

    @Autowired
    FhirHttp ehr;

    @Autowired
    DataSource dataSource;

    private Parameters rebuild(boolean check) {
        return ehr.post("/$homework-rebuild", """
                        {"resourceType": "Parameters", "parameter": [{"name": "check", "valueBoolean": %s}]}
                        """.formatted(check)).as(Parameters.class);
    }

    private static List<String> told(Parameters parameters, String name) {
        return parameters.getParameter().stream()
                .filter(each -> each.getName().equals(name))
                .map(each -> each.getValue().primitiveValue())
                .toList();
    }

    private int sql(String statement, Object... values) {
        return new JdbcTemplate(dataSource).update(statement, values);
    }

    /** Homework of every form, with a response amended, one voided, one deleted and one moved. */
    private Case busy() {
        Case homework = Case.assigned(ehr);
        homework.done("monday", "2026-03-02T20:10:00+01:00");
        Case.stored(homework.respond("monday", "amended", "2026-03-05T20:10:00+01:00"));
        homework.done("tuesday", "2026-03-03T20:10:00+01:00");
        Case.stored(homework.respond("tuesday", "entered-in-error", "2026-03-03T20:10:00+01:00"));
        homework.done("wednesday", "2026-03-04T20:10:00+01:00");
        assertThat(ehr.delete("/QuestionnaireResponse/" + homework.name("wednesday"))
                        .status())
                .isEqualTo(200);
        Case.stored(homework.planWithActivity("activity-" + homework.patient));
        Case.stored(homework.planWithTasks("tasks-" + homework.patient));
        homework.done("moved", "2026-03-06T20:10:00+01:00");
        Case.stored(homework.respondTo("CarePlan/activity-" + homework.patient, "moved", "2026-03-06T20:10:00+01:00"));
        return homework;
    }

    @Test
    void what_hooks_have_kept_is_what_the_resources_say() {
        Case homework = busy();

        Parameters told = rebuild(true);

        assertThat(told(told, "difference")).noneMatch(each -> each.contains(homework.patient));
        assertThat(((IntegerType) told.getParameter("responses").getValue()).getValue())
                .isPositive();
    }

    @Test
    void whatever_is_lost_or_wrong_is_found_told_and_put_right() {
        Case homework = busy();
        Counts before = homework.counts();
        String order = "ServiceRequest/" + homework.assignment;
        sql("UPDATE CBT_HOMEWORK.RESPONSE SET STATE = 'DRAFT' WHERE ID = ?", homework.name("monday"));
        sql("UPDATE CBT_HOMEWORK.RESPONSE SET STATE = 'COMPLETED' WHERE ID = ?", homework.name("wednesday"));
        sql("DELETE FROM CBT_HOMEWORK.RESPONSE WHERE ID = ?", homework.name("tuesday"));
        sql("DELETE FROM CBT_HOMEWORK.OCCASION WHERE TASK = ?", "Task/tasks-" + homework.patient + "-1");
        sql("DELETE FROM CBT_HOMEWORK.ASSIGNMENT WHERE ASSIGNMENT = ?", order);

        List<String> expected = List.of(
                order,
                "Task/tasks-" + homework.patient + "-1",
                "QuestionnaireResponse/" + homework.name("monday"),
                "QuestionnaireResponse/" + homework.name("tuesday"),
                "QuestionnaireResponse/" + homework.name("wednesday"));
        assertThat(told(rebuild(true), "difference"))
                .filteredOn(each -> each.contains(homework.patient))
                .contains(order);
        assertThat(told(rebuild(false), "difference"))
                .filteredOn(each -> each.contains(homework.patient))
                .containsExactlyInAnyOrderElementsOf(expected);

        assertThat(told(rebuild(true), "difference")).noneMatch(each -> each.contains(homework.patient));
        assertThat(homework.counts().done()).isEqualTo(before.done());
        Eventually.holds(
                () -> assertThat(new Published(ehr, homework.patient).states()).contains("completed on-time"));
    }

    @Test
    void a_resource_that_cannot_be_followed_is_told_with_the_reason() {
        Case homework = Case.assigned(ehr);
        String ours = "https://w3id.org/cbt-homework/fhir/Questionnaire/";
        String own = "https://example.org/Questionnaire/sheet-" + homework.patient;
        String worksheet = ehr.get("/Questionnaire/breathing-space")
                .body()
                .replace("\"breathing-space\"", "\"sheet-" + homework.patient + "\"")
                .replace(ours + "breathing-space\"", own + "\"");
        Case.stored(ehr.put("/Questionnaire/sheet-" + homework.patient, worksheet));
        String order = homework.order()
                .replace(homework.assignment, homework.assignment + "-b")
                .replace(ours + "daily-anxiety-reflection", own);
        Case.stored(ehr.put("/ServiceRequest/" + homework.assignment + "-b", order));
        assertThat(ehr.delete("/Questionnaire/sheet-" + homework.patient).status())
                .isEqualTo(200);

        assertThat(told(rebuild(true), "skipped"))
                .anyMatch(each -> each.startsWith("ServiceRequest/" + homework.assignment + "-b: The Questionnaire")
                        && each.contains("is not on this server"));
    }

    @Test
    void the_operation_is_in_the_capability_statement() {
        CapabilityStatement capabilities = ehr.getFresh("/metadata").as(CapabilityStatement.class);

        assertThat(capabilities.getRestFirstRep().getOperation())
                .anyMatch(each -> each.getName().equals("homework-rebuild")
                        && each.getDefinition().endsWith("/OperationDefinition/homework-rebuild"));
    }
}
