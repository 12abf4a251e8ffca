package org.cbthomework.plugin.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.cbthomework.plugin.ledger.AssignmentKey;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class ClaimTest {

    private static final String OCCASION = "https://w3id.org/cbt-homework/fhir/StructureDefinition/occasion";
    private static final String SYSTEM = "https://w3id.org/cbt-homework/fhir/occasion";
    private static final AssignmentKey ORDER = AssignmentKey.ofServiceRequest("17");

    private final QuestionnaireResponse response = Responding.response();
    private final Claim claim = new Claim(response);

    @Test
    void it_is_based_on_orders_and_plans_whichever_version_of_them_it_names() {
        assertThat(claim.orders()).containsExactly(ORDER);
        assertThat(claim.inCarePlans())
                .containsExactly(AssignmentKey.inCarePlan(
                        "12", "https://w3id.org/cbt-homework/fhir/Questionnaire/daily-anxiety-reflection"));
    }

    @Test
    void named_twice_an_order_is_one() {
        response.addBasedOn().setReference("ServiceRequest/17/_history/2");
        assertThat(claim.orders()).containsExactly(ORDER);
    }

    @Test
    void without_a_questionnaire_it_answers_nothing_in_a_plan() {
        response.setQuestionnaire(null);
        assertThat(claim.questionnaire()).isEmpty();
        assertThat(claim.inCarePlans()).isEmpty();
    }

    @Test
    void an_occasion_is_named_by_the_identifier_of_its_task() {
        assertThat(claim.occasionIdentifier()).isEmpty();
        name(byIdentifier("17/2026-11-23T20:00"));
        assertThat(claim.occasionIdentifier()).contains("17/2026-11-23T20:00");
        assertThat(claim.occasionTask()).isEmpty();
    }

    @Test
    void an_identifier_without_a_value_or_longer_than_the_ledger_takes_names_none_that_there_is() {
        name(byIdentifier(null));
        assertThat(claim.occasionIdentifier()).contains("null");
        name(byIdentifier("17/" + "x".repeat(198)));
        assertThat(claim.occasionIdentifier()).contains("");
    }

    @Test
    void an_occasion_is_named_by_its_task() {
        name(new Reference("Task/31/_history/1"));
        assertThat(claim.occasionTask()).contains("Task/31");
        assertThat(claim.occasionIdentifier()).isEmpty();
    }

    @Test
    void what_is_no_task_names_no_occasion() {
        name(new Reference("Appointment/31"));
        assertThat(claim.occasionTask()).isEmpty();
        name(new StringType("yesterday"));
        assertThat(claim.occasionTask()).isEmpty();
        assertThat(claim.occasionIdentifier()).isEmpty();
    }

    private void name(Type value) {
        response.getExtension().clear();
        response.addExtension(OCCASION, value);
    }

    private static Reference byIdentifier(@Nullable String value) {
        return new Reference().setIdentifier(new Identifier().setSystem(SYSTEM).setValue(value));
    }
}
