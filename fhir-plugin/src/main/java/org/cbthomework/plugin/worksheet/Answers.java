package org.cbthomework.plugin.worksheet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cbthomework.plugin.subset.expression.Scope;
import org.cbthomework.plugin.subset.expression.Sitting;
import org.cbthomework.plugin.subset.expression.Variable;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/**
 * The answers of one level of a response, seen from there outwards: a condition looks for its question among the
 * nearest items first, so that in a repeating group each instance follows its own answers, and no other's.
 *
 * @param asked the linkIds of all that is asked at this level and below
 * @param scope what expressions see from here; none if the worksheet has no expressions
 */
record Answers(
        List<QuestionnaireResponseItemComponent> items,
        Set<String> asked,
        Optional<Answers> outer,
        Optional<Scope> scope) {

    static Answers of(List<QuestionnaireResponseItemComponent> items) {
        return new Answers(items, Set.of(), Optional.empty(), Optional.empty());
    }

    /** The answers of a whole response whose worksheet has expressions. */
    static Answers of(Sitting sitting, List<Variable> declared) {
        return new Answers(
                sitting.response().getItem(), Set.of(), Optional.empty(), Optional.of(sitting.scope(declared)));
    }

    /** The answers below an answer to the question. */
    Answers within(Question question, List<QuestionnaireResponseItemComponent> inner) {
        return new Answers(inner, question.linkIdsBelow(), Optional.of(this), scope);
    }

    /** The answers in one instance of a group. */
    Answers within(Question group, QuestionnaireResponseItemComponent instance) {
        return new Answers(
                instance.getItem(),
                group.linkIdsBelow(),
                Optional.of(this),
                scope.map(each -> each.within(group.variables(), instance)));
    }

    /** The answers in a group that is not there: none. */
    Answers withinNone(Question group) {
        return within(group, new QuestionnaireResponseItemComponent().setLinkId(group.linkId()));
    }

    /** The values given to a question, from the nearest level that asks it, whether or not it is answered there. */
    List<Type> to(String linkId) {
        List<QuestionnaireResponseItemComponent> here =
                below(items).filter(each -> linkId.equals(each.getLinkId())).toList();
        if (here.isEmpty() && !asked.contains(linkId)) {
            return outer.map(each -> each.to(linkId)).orElseGet(List::of);
        }
        return here.stream()
                .flatMap(each -> each.getAnswer().stream())
                .filter(Answers::says)
                .map(QuestionnaireResponseItemAnswerComponent::getValue)
                .toList();
    }

    /** The items of this level that answer a question or make up a group. */
    List<QuestionnaireResponseItemComponent> itemsOf(String linkId) {
        return items.stream().filter(each -> linkId.equals(each.getLinkId())).toList();
    }

    /** Whether an answer says anything: 0 and false do, white space does not (rule 8 of adherence). */
    static boolean says(QuestionnaireResponseItemAnswerComponent answer) {
        Type value = answer.getValue();
        if (value instanceof Coding coding) {
            return coding.hasCode() || !coding.getDisplayElement().isEmpty();
        }
        if (value instanceof Attachment attachment) {
            return attachment.hasData() || attachment.hasUrl();
        }
        if (value == null || value.isEmpty()) {
            return false;
        }
        return !value.isPrimitive() || !value.primitiveValue().isBlank();
    }

    /** Whether somebody gave any answer at or below an item. */
    static boolean anyIn(QuestionnaireResponseItemComponent item) {
        return below(List.of(item)).anyMatch(each -> Sent.answers(each).stream().anyMatch(Answers::says));
    }

    private static Stream<QuestionnaireResponseItemComponent> below(List<QuestionnaireResponseItemComponent> items) {
        return items.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each),
                        Stream.concat(
                                below(each.getItem()),
                                each.getAnswer().stream().flatMap(answer -> below(answer.getItem())))));
    }
}
