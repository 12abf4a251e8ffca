package org.cbthomework.demo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.SwitchedRules;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever may read Questionnaires by scope may ask whether one is within the subset. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CheckedWorksheetsContract {

    private static final String CHECK = "/Questionnaire/$homework-check-worksheet";
    private static final String OUTSIDE = """
            {"resourceType": "Parameters", "parameter": [{"name": "resource", "resource": {
              "resourceType": "Questionnaire", "status": "draft",
              "item": [{"linkId": "friend", "type": "reference", "text": "Which friend?"}]}}]}
            """;

    @Autowired
    FhirHttp ehr;

    @Autowired
    SwitchedRules rules;

    @SuppressWarnings("NullAway.Init")
    private Visitors visitors;

    @BeforeAll
    void a_world() {
        visitors = World.of(ehr, rules).visitors();
    }

    @Test
    void one_that_is_sent_is_told_why_it_is_outside() {
        OperationOutcomeIssueComponent issue = issue(reader().post(CHECK, OUTSIDE));

        assertThat(issue.getSeverity()).isEqualTo(IssueSeverity.ERROR);
        assertThat(issue.getExpression().get(0).getValue()).isEqualTo("Questionnaire.item[0]");
        assertThat(issue.getDetails().getText())
                .isEqualTo("The item 'friend' is of the type 'reference'; ask with choice or string instead");
        assertThat(issue.getDiagnostics()).startsWith("rule item-type of");
    }

    @Test
    void one_that_is_stored_is_told_that_it_is_inside() {
        OperationOutcomeIssueComponent issue =
                issue(reader().get("/Questionnaire/thought-record-5/$homework-check-worksheet"));

        assertThat(issue.getSeverity()).isEqualTo(IssueSeverity.INFORMATION);
        assertThat(issue.getDetails().getText()).contains("inside the subset of version 1.0.0");
    }

    @Test
    void nothing_that_is_sent_is_a_mistake() {
        assertThat(reader().post(CHECK, "{\"resourceType\":\"Parameters\"}").status())
                .isEqualTo(400);
    }

    @Test
    void without_a_scope_for_questionnaires_or_on_another_type_it_is_denied() {
        for (String scopes : List.of("patient/Observation.rs", "patient/Questionnaire.c")) {
            assertThat(ehr.as(visitors.patientA(scopes)).post(CHECK, OUTSIDE).status())
                    .as(scopes)
                    .isEqualTo(403);
            assertThat(ehr.as(visitors.patientA(scopes))
                            .get("/Questionnaire/thought-record-5/$homework-check-worksheet")
                            .status())
                    .as(scopes)
                    .isEqualTo(403);
        }
        assertThat(reader().post("/$homework-check-worksheet", OUTSIDE).status())
                .isGreaterThanOrEqualTo(400);
        assertThat(reader().post("/Patient/$homework-check-worksheet", OUTSIDE).status())
                .isGreaterThanOrEqualTo(400);
    }

    private FhirHttp reader() {
        return ehr.as(visitors.patientA("patient/Questionnaire.rs"));
    }

    private static OperationOutcomeIssueComponent issue(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.as(OperationOutcome.class).getIssueFirstRep();
    }
}
