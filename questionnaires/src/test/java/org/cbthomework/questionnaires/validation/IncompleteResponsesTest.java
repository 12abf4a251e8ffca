package org.cbthomework.questionnaires.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cbthomework.questionnaires.Fixture;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Handing in less than what is required is accepted and counted as partial. HAPI's validator calls a missing required
 * answer an error in a completed response and a warning in a draft, so a server validates a copy with the status of a
 * draft: every other error stays an error.
 */
class IncompleteResponsesTest {

    @TestFactory
    Stream<DynamicTest> as_handed_in_it_has_errors_and_all_are_missing_answers() {
        return each(fixture -> {
            Findings findings = Findings.of(fixture.json());
            assertThat(findings.errors()).isNotEmpty();
            assertThat(findings.errorsBesideMissingAnswers()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> its_copy_in_progress_has_no_error() {
        return each(fixture ->
                assertThat(Findings.of(inProgress(fixture)).unexplained()).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> a_wrong_response_stays_wrong_in_progress() {
        return Fixture.in("wrong").stream()
                .filter(wrong -> wrong.resource() instanceof QuestionnaireResponse)
                .map(wrong -> DynamicTest.dynamicTest(
                        wrong.name(),
                        () -> assertThat(Findings.of(inProgress(wrong)).errors())
                                .isNotEmpty()));
    }

    private interface Claim {
        void about(Fixture fixture);
    }

    private static Stream<DynamicTest> each(Claim claim) {
        return Fixture.in("incomplete").stream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> claim.about(fixture)));
    }

    private static QuestionnaireResponse inProgress(Fixture fixture) {
        QuestionnaireResponse copy = fixture.response();
        copy.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        return copy;
    }
}
