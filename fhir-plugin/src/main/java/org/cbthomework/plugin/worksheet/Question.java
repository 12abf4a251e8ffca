package org.cbthomework.plugin.worksheet;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cbthomework.plugin.subset.expression.Formula;
import org.cbthomework.plugin.subset.expression.Variable;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Type;

/** An item of a worksheet: a question, a group of questions, or text to read. */
final class Question {

    private static final String HL7 = "http://hl7.org/fhir/StructureDefinition/";

    private final QuestionnaireItemComponent item;
    private final Options options;
    private final Map<String, Question> children;
    private final Set<String> linkIdsBelow;
    private final ShowIf showIf;
    private final Optional<Formula> calculation;
    private final List<Variable> variables;
    private final TextRule text;

    private Question(QuestionnaireItemComponent item, Options options, Map<String, Question> children) {
        this.item = item;
        this.options = options;
        this.children = children;
        this.linkIdsBelow = children.values().stream()
                .flatMap(each -> Stream.concat(Stream.of(each.linkId()), each.linkIdsBelow.stream()))
                .collect(Collectors.toUnmodifiableSet());
        this.showIf = Formulas.showIf(item);
        this.calculation = Formulas.calculation(item);
        this.variables = Formulas.variables(item);
        this.text = TextRule.of(item);
    }

    static Map<String, Question> read(List<QuestionnaireItemComponent> items, ValueSets valueSets) {
        return items.stream()
                .map(item -> new Question(item, Options.of(item, valueSets), read(item.getItem(), valueSets)))
                .collect(Collectors.toMap(
                        Question::linkId, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    String linkId() {
        return item.getLinkId();
    }

    QuestionnaireItemType type() {
        return item.getType();
    }

    Map<String, Question> children() {
        return children;
    }

    Set<String> linkIdsBelow() {
        return linkIdsBelow;
    }

    QuestionnaireItemComponent definition() {
        return item;
    }

    Options options() {
        return options;
    }

    ShowIf showIf() {
        return showIf;
    }

    /** The expression that its value follows from. */
    Optional<Formula> calculation() {
        return calculation;
    }

    /** The variables that a group declares. */
    List<Variable> variables() {
        return variables;
    }

    TextRule text() {
        return text;
    }

    boolean isGroup() {
        return type() == QuestionnaireItemType.GROUP;
    }

    boolean isDisplay() {
        return type() == QuestionnaireItemType.DISPLAY;
    }

    /** Whether an answer is wanted for the response to be complete. */
    boolean isWanted() {
        return item.getRequired() && !item.getReadOnly() && !isHidden() && !isDisplay();
    }

    /** Whether any question below this one is wanted. */
    boolean wantsBelow() {
        return children.values().stream().anyMatch(each -> !each.isHidden() && (each.isWanted() || each.wantsBelow()));
    }

    boolean calculatesBelow() {
        return children.values().stream().anyMatch(each -> each.calculation.isPresent() || each.calculatesBelow());
    }

    /** The most answers, or instances of a group. */
    int most() {
        return item.getRepeats() ? number("questionnaire-maxOccurs").orElse(Integer.MAX_VALUE) : 1;
    }

    /** The fewest answers with which it is answered, 1 or more. */
    int fewest() {
        return Math.max(1, number("questionnaire-minOccurs").orElse(1));
    }

    /** The most places after the decimal point, not counting zeros at the end. */
    OptionalInt places() {
        return number("maxDecimalPlaces");
    }

    /** The units that are offered for a quantity. */
    Units units() {
        return new Units(Stream.of("questionnaire-unitOption", "questionnaire-unit")
                .flatMap(name -> item.getExtensionsByUrl(HL7 + name).stream())
                .map(Extension::getValue)
                .filter(Coding.class::isInstance)
                .map(each -> Options.Code.of((Coding) each))
                .collect(Collectors.toUnmodifiableSet()));
    }

    Optional<Type> least() {
        return extension("minValue");
    }

    Optional<Type> greatest() {
        return extension("maxValue");
    }

    Optional<BigDecimal> largestBytes() {
        return extension("maxSize").filter(DecimalType.class::isInstance).map(each -> ((DecimalType) each).getValue());
    }

    /** The media types an attachment may have; empty if any. */
    List<String> mediaTypes() {
        return item.getExtensionsByUrl(HL7 + "mimeType").stream()
                .map(each -> each.getValue().primitiveValue())
                .toList();
    }

    boolean isHidden() {
        return extension("questionnaire-hidden")
                .filter(value -> value instanceof BooleanType hidden && hidden.booleanValue())
                .isPresent();
    }

    private OptionalInt number(String extension) {
        return extension(extension)
                .filter(IntegerType.class::isInstance)
                .map(each -> OptionalInt.of(((IntegerType) each).getValue()))
                .orElseGet(OptionalInt::empty);
    }

    private Optional<Type> extension(String name) {
        return Optional.ofNullable(item.getExtensionByUrl(HL7 + name)).map(Extension::getValue);
    }
}
