package org.cbthomework.plugin.assignment;

import static java.util.Comparator.comparing;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;

/** What the patient said to an order, as it stands in the order: one extension for each response. */
final class Agreements {

    private static final String ANSWER = "answer";
    private static final String AT = "at";
    private static final String WORDS = "words";
    private static final String RESPONSE = "response";
    private static final String AGREE = "agree";
    private static final String CHANGE = "change";

    private Agreements() {}

    /** Writes an answer down in place of what the same response said before. */
    static void note(ServiceRequest order, PatientAnswer answer) {
        Optional<DateTimeType> before = firstAgreed(order);
        String code = answer.agrees() ? AGREE : CHANGE;
        DateTimeType at = saidBefore(order, answer.response(), code)
                .orElseGet(() -> new DateTimeType(
                        Date.from(answer.at()), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone("UTC")));
        remove(order, answer.response());
        Extension noted = order.addExtension().setUrl(HomeworkExtensions.AGREEMENT_ANSWER);
        noted.addExtension(ANSWER, new CodeType(code));
        noted.addExtension(AT, at);
        answer.words().ifPresent(words -> noted.addExtension(WORDS, new StringType(words)));
        noted.addExtension(RESPONSE, new Reference("QuestionnaireResponse/" + answer.response()));
        settle(order, before);
    }

    /** Takes out what a response said. */
    static void takeBack(ServiceRequest order, String response) {
        Optional<DateTimeType> before = firstAgreed(order);
        remove(order, response);
        settle(order, before);
    }

    /** Whether the patient's latest word is that something should be changed. */
    static boolean isChangeAsked(ServiceRequest order) {
        return answers(order).stream()
                .max(comparing(Agreements::at))
                .filter(each -> says(each, CHANGE))
                .isPresent();
    }

    /** Leaves in a copy of the order what its terms need, and none of the patient's words. */
    static void slim(ServiceRequest copy) {
        answers(copy)
                .forEach(each -> each.getExtension()
                        .removeIf(part -> WORDS.equals(part.getUrl()) || RESPONSE.equals(part.getUrl())));
    }

    /** Counts from the first answer that agrees; what the clinician wrote, as agreed in the session, is left as it is. */
    private static void settle(ServiceRequest order, Optional<DateTimeType> before) {
        Optional<DateTimeType> agreed = HomeworkExtensions.value(order, HomeworkExtensions.AGREED, DateTimeType.class);
        boolean isAsked = HomeworkExtensions.value(order, HomeworkExtensions.AGREEMENT_REQUESTED, BooleanType.class)
                .filter(BooleanType::booleanValue)
                .isPresent();
        boolean isTheClinicians = agreed.isPresent()
                && before.filter(each -> each.equalsDeep(agreed.get())).isEmpty();
        if (isAsked && !isTheClinicians) {
            order.getExtension().removeIf(each -> HomeworkExtensions.AGREED.equals(each.getUrl()));
            firstAgreed(order).ifPresent(at -> order.addExtension(HomeworkExtensions.AGREED, at.copy()));
        }
    }

    private static Optional<DateTimeType> firstAgreed(ServiceRequest order) {
        return answers(order).stream()
                .filter(each -> says(each, AGREE))
                .min(comparing(Agreements::at))
                .map(each -> (DateTimeType) each.getExtensionByUrl(AT).getValue());
    }

    /** Since when the same response has said the same, in perhaps other words. */
    private static Optional<DateTimeType> saidBefore(ServiceRequest order, String response, String code) {
        return answers(order).stream()
                .filter(each -> isOf(each, response) && says(each, code))
                .map(each ->
                        (DateTimeType) each.getExtensionByUrl(AT).getValue().copy())
                .findFirst();
    }

    private static void remove(ServiceRequest order, String response) {
        order.getExtension()
                .removeIf(each -> HomeworkExtensions.AGREEMENT_ANSWER.equals(each.getUrl()) && isOf(each, response));
    }

    private static boolean isOf(Extension answer, String response) {
        Extension said = answer.getExtensionByUrl(RESPONSE);
        return said != null
                && said.getValue() instanceof Reference reference
                && response.equals(reference.getReferenceElement().getIdPart());
    }

    private static List<Extension> answers(ServiceRequest order) {
        return order.getExtensionsByUrl(HomeworkExtensions.AGREEMENT_ANSWER).stream()
                .filter(each -> each.getExtensionByUrl(AT) != null
                        && each.getExtensionByUrl(AT).getValue() instanceof DateTimeType at
                        && at.hasValue())
                .toList();
    }

    private static Date at(Extension answer) {
        return ((DateTimeType) answer.getExtensionByUrl(AT).getValue()).getValue();
    }

    private static boolean says(Extension answer, String code) {
        Extension said = answer.getExtensionByUrl(ANSWER);
        return said != null && said.hasValue() && code.equals(said.getValue().primitiveValue());
    }
}
