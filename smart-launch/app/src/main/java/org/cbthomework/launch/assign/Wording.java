package org.cbthomework.launch.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cbthomework.launch.homework.OrderExtensions;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/**
 * The texts of a worksheet that may be put in other words, and the items that may be left out. What is about safety stays as
 * it is, and so does what something else in the worksheet goes by.
 */
final class Wording {

    private static final String ITEM_CONTROL = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
    private static final Set<String> ABOUT_SAFETY = Set.of("not-monitored", "crisis");

    private final Questionnaire worksheet;

    Wording(Questionnaire worksheet) {
        this.worksheet = worksheet;
    }

    /**
     * A text of the worksheet.
     *
     * @param linkId of its item
     * @param depth 0 for an item of the worksheet itself
     * @param mayBeLeftOut whether the worksheet does without it
     */
    record Line(String linkId, String text, int depth, boolean mayBeLeftOut) {}

    /** In the order of the worksheet. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        worksheet.getItem().forEach(item -> add(item, 0, lines));
        return lines;
    }

    private void add(QuestionnaireItemComponent item, int depth, List<Line> lines) {
        if (isAboutSafety(item)) {
            return;
        }
        if (item.hasText()) {
            lines.add(new Line(item.getLinkId(), item.getText(), depth, mayBeLeftOut(item)));
        }
        item.getItem().forEach(each -> add(each, depth + 1, lines));
    }

    private boolean mayBeLeftOut(QuestionnaireItemComponent item) {
        List<QuestionnaireItemComponent> gone = withAllBelow(item).toList();
        return gone.stream()
                .noneMatch(each -> each.getRequired()
                        || each.getReadOnly()
                        || isAboutSafety(each)
                        || (each.getType() != QuestionnaireItemType.DISPLAY && isGoneBy(each.getLinkId(), gone)));
    }

    /** Whether an item that would stay refers to it, by a condition or in an expression. */
    private boolean isGoneBy(String linkId, List<QuestionnaireItemComponent> gone) {
        boolean isNamedByTheWorksheet = expressions(worksheet.getExtension()).anyMatch(each -> each.contains(linkId));
        return isNamedByTheWorksheet
                || worksheet.getItem().stream()
                        .flatMap(Wording::withAllBelow)
                        .filter(each -> !gone.contains(each))
                        .anyMatch(each ->
                                each.getEnableWhen().stream().anyMatch(when -> linkId.equals(when.getQuestion()))
                                        || expressions(each.getExtension()).anyMatch(one -> one.contains(linkId)));
    }

    private static Stream<String> expressions(List<Extension> extensions) {
        return extensions.stream()
                .flatMap(each -> Stream.concat(Stream.of(each), each.getExtension().stream()))
                .map(Extension::getValue)
                .filter(Expression.class::isInstance)
                .map(value -> String.valueOf(((Expression) value).getExpression()));
    }

    static Stream<QuestionnaireItemComponent> withAllBelow(QuestionnaireItemComponent item) {
        return Stream.concat(Stream.of(item), item.getItem().stream().flatMap(Wording::withAllBelow));
    }

    private static boolean isAboutSafety(QuestionnaireItemComponent item) {
        boolean isSafetyItem = item.hasExtension(OrderExtensions.BASE + "safety-item");
        return isSafetyItem
                || item.getExtensionsByUrl(ITEM_CONTROL).stream()
                        .map(Extension::getValue)
                        .filter(CodeableConcept.class::isInstance)
                        .flatMap(value -> ((CodeableConcept) value).getCoding().stream())
                        .map(Coding::getCode)
                        .anyMatch(ABOUT_SAFETY::contains);
    }
}
