package org.cbthomework.plugin.response;

import java.util.Optional;
import java.util.Set;
import org.cbthomework.plugin.assignment.PatientAnswer;
import org.cbthomework.plugin.worksheet.Canonical;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Type;

/** Responses in which a patient says something about homework that is assigned: no homework done, and never counted. */
final class Feedback {

    private static final String BASE = "https://w3id.org/cbt-homework/fhir/Questionnaire/";
    private static final String AGREEMENT = BASE + "homework-agreement";
    private static final Set<String> ALL = Set.of(AGREEMENT, BASE + "homework-obstacles");

    private Feedback() {}

    static boolean isIn(Claim claim) {
        return claim.questionnaire().map(Canonical::url).filter(ALL::contains).isPresent();
    }

    /** Whether it is about agreeing to what is suggested. */
    static boolean isOnAgreement(Claim claim) {
        return claim.questionnaire()
                .map(Canonical::url)
                .filter(AGREEMENT::equals)
                .isPresent();
    }

    /** What it says to what is suggested; nothing before it is handed in, or once it is taken back. */
    static Optional<PatientAnswer> answer(QuestionnaireResponse response) {
        boolean isHandedIn = response.getStatus() == QuestionnaireResponseStatus.COMPLETED
                || response.getStatus() == QuestionnaireResponseStatus.AMENDED;
        return value(response, "agreement")
                .filter(value -> isHandedIn)
                .filter(Coding.class::isInstance)
                .map(value -> ((Coding) value).getCode())
                .map(code -> new PatientAnswer(
                        response.getIdElement().getIdPart(),
                        "agree".equals(code),
                        ReadingResponses.thisVersion(response).moment(),
                        value(response, "better-fit").map(Type::primitiveValue)));
    }

    private static Optional<Type> value(QuestionnaireResponse response, String linkId) {
        return response.getItem().stream()
                .filter(item -> linkId.equals(item.getLinkId()) && item.hasAnswer())
                .map(QuestionnaireResponseItemComponent::getAnswerFirstRep)
                .map(answer -> answer.getValue())
                .findFirst();
    }
}
