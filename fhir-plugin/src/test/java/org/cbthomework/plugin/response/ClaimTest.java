package org.cbthomework.plugin.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(claim.occasion(ORDER)).isEmpty();
        name(byIdentifier("17/2026-11-23T20:00"));
        assertThat(claim.occasion(ORDER)).contains(new OccasionKey("2026-11-23T20:00"));
    }

    @Test
    void a_slot_of_a_quota_is_named_with_its_number() {
        name(byIdentifier("17/2026-11-23#2"));
        assertThat(claim.occasion(ORDER)).contains(new OccasionKey("2026-11-23#2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18/2026-11-23T20:00", "1/2026-11-23T20:00", "17", "17/", "2026-11-23T20:00"})
    void an_occasion_of_another_assignment_is_refused(String identifier) {
        name(byIdentifier(identifier));
        assertThatThrownBy(() -> claim.occasion(ORDER))
                .isInstanceOf(Refused.class)
                .hasMessage("The response names an occasion of another assignment; name one of ServiceRequest/17,"
                        + " as in 17/2026-11-23T20:00, or leave it out");
    }

    @Test
    void an_identifier_without_a_value_is_refused_too() {
        name(byIdentifier(null));
        assertThatThrownBy(() -> claim.occasion(ORDER)).isInstanceOf(Refused.class);
    }

    @Test
    void a_blank_name_of_an_occasion_is_refused_too() {
        name(byIdentifier("17/ "));
        assertThatThrownBy(() -> claim.occasion(ORDER)).isInstanceOf(Refused.class);
    }

    @Test
    void a_name_longer_than_the_ledger_takes_is_refused_too() {
        name(byIdentifier("17/" + "x".repeat(198)));
        assertThatThrownBy(() -> claim.occasion(ORDER)).isInstanceOf(Refused.class);
    }

    @Test
    void an_occasion_is_named_by_its_task() {
        name(new Reference("Task/31/_history/1"));
        assertThat(claim.occasion(ORDER)).contains(new OccasionKey("Task/31"));
    }

    @Test
    void what_is_no_task_names_no_occasion() {
        name(new Reference("Appointment/31"));
        assertThat(claim.occasion(ORDER)).isEmpty();
        name(new StringType("yesterday"));
        assertThat(claim.occasion(ORDER)).isEmpty();
    }

    private void name(Type value) {
        response.getExtension().clear();
        response.addExtension(OCCASION, value);
    }

    private static Reference byIdentifier(@Nullable String value) {
        return new Reference().setIdentifier(new Identifier().setSystem(SYSTEM).setValue(value));
    }
}
