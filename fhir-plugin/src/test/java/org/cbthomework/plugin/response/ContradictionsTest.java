package org.cbthomework.plugin.response;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cbthomework.plugin.response.Responding.response;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.Agreement;
import org.cbthomework.adherence.Assignment;
import org.cbthomework.adherence.schedule.AtMoments;
import org.cbthomework.adherence.schedule.Calendar;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.WindowRule;
import org.cbthomework.plugin.assignment.Assigned;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.refusal.Refused;
import org.cbthomework.plugin.worksheet.Canonical;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class ContradictionsTest {

    private static final String REFLECTION =
            "https://w3id.org/cbt-homework/fhir/Questionnaire/daily-anxiety-reflection";
    private static final Assigned ASSIGNED = new Assigned(
            AssignmentKey.ofServiceRequest("17"),
            List.of(AssignmentKey.ofServiceRequest("17")),
            "Patient/p1",
            Optional.empty(),
            Canonical.parse(REFLECTION + "|1.0.0"),
            new Assignment(
                    ZoneId.of("Europe/Berlin"),
                    List.of(Segment.from(
                            Instant.parse("2026-11-23T00:00:00Z"),
                            new AtMoments(List.of(LocalDateTime.of(2026, 11, 23, 20, 0))),
                            WindowRule.of(Kind.SELF_ASSESSMENT))),
                    Calendar.empty(),
                    new Agreement.NotAsked(),
                    1),
            false);

    private final QuestionnaireResponse response = response();

    @ParameterizedTest
    @ValueSource(strings = {REFLECTION + "|1.0.0", REFLECTION, REFLECTION + "|1.0.0#answers"})
    void the_worksheet_that_was_assigned_is_accepted_with_its_version_or_without(String canonical) {
        response.setQuestionnaire(canonical);
        assertThatCode(this::refuse).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/p1/_history/4", "https://ehr.example.org/fhir/Patient/p1"})
    void the_patient_may_be_named_in_full(String subject) {
        response.getSubject().setReference(subject);
        assertThatCode(this::refuse).doesNotThrowAnyException();
    }

    @Test
    void another_patient_is_refused_and_neither_is_named() {
        response.getSubject().setReference("Patient/p2");
        assertThatThrownBy(this::refuse)
                .isInstanceOf(Refused.class)
                .hasMessage("The response and ServiceRequest/17 are of different patients;"
                        + " set subject to the patient of the assignment");
    }

    @Test
    void nobody_is_another_patient() {
        response.setSubject(null);
        assertThatThrownBy(this::refuse).isInstanceOf(Refused.class).hasMessageContaining("different patients");
    }

    @Test
    void another_worksheet_or_another_version_is_refused() {
        response.setQuestionnaire(REFLECTION + "|9.0.0");
        assertThatThrownBy(this::refuse)
                .isInstanceOf(Refused.class)
                .hasMessage("The response answers " + REFLECTION + "|9.0.0, but ServiceRequest/17 asks for "
                        + REFLECTION + "|1.0.0");
        response.setQuestionnaire("https://w3id.org/cbt-homework/fhir/Questionnaire/phq-9|1.0.0");
        assertThatThrownBy(this::refuse).isInstanceOf(Refused.class);
    }

    @Test
    void no_worksheet_is_refused() {
        response.setQuestionnaire(null);
        assertThatThrownBy(this::refuse)
                .isInstanceOf(Refused.class)
                .hasMessage("The response names no questionnaire; ServiceRequest/17 asks for " + REFLECTION + "|1.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, INPROGRESS, in-progress",
        "COMPLETED, STOPPED, stopped",
        "AMENDED, INPROGRESS, in-progress",
    })
    void what_was_handed_in_is_not_taken_back(
            QuestionnaireResponseStatus before, QuestionnaireResponseStatus now, String name) {
        assertThatThrownBy(() -> Contradictions.refuseStepBack(response(before), response(now)))
                .isInstanceOf(Refused.class)
                .hasMessage("The response was completed and cannot be " + name
                        + " again; send it as amended, or as entered-in-error");
    }

    @ParameterizedTest
    @CsvSource({
        "INPROGRESS, COMPLETED", "INPROGRESS, STOPPED", "STOPPED, INPROGRESS", "STOPPED, COMPLETED",
        "COMPLETED, COMPLETED", "COMPLETED, AMENDED", "AMENDED, COMPLETED", "COMPLETED, ENTEREDINERROR",
        "ENTEREDINERROR, COMPLETED",
    })
    void every_other_step_is_free(QuestionnaireResponseStatus before, QuestionnaireResponseStatus now) {
        assertThatCode(() -> Contradictions.refuseStepBack(response(before), response(now)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_status_that_is_missing_is_refused_as_a_step_back() {
        QuestionnaireResponse now = response();
        now.setStatusElement(null);
        assertThatThrownBy(() -> Contradictions.refuseStepBack(response(), now))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot be without a status again");
    }

    private void refuse() {
        Contradictions.refuse(response, new Claim(response), ASSIGNED);
    }
}
