package org.cbthomework.plugin.worksheet;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** The answers that a question offers; none offered means that any answer of the right type will do. */
final class Options {

    private static final String EXCLUSIVE = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

    private final Set<Code> codes = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    private final Set<Object> alone = new HashSet<>();
    private final boolean open;

    /** A code in its system. */
    record Code(@Nullable String system, @Nullable String code) {
        static Code of(Coding coding) {
            return new Code(coding.getSystem(), coding.getCode());
        }
    }

    private Options(QuestionnaireItemComponent item, Optional<Set<Code>> valueSet) {
        item.getAnswerOption().stream()
                .map(QuestionnaireItemAnswerOptionComponent::getValue)
                .forEach(this::add);
        item.getAnswerOption().stream()
                .filter(Options::isExclusive)
                .map(option -> key(option.getValue()))
                .forEach(alone::add);
        valueSet.ifPresent(codes::addAll);
        open = codes.isEmpty() && values.isEmpty();
    }

    static Options of(QuestionnaireItemComponent item, ValueSets valueSets) {
        return new Options(item, Optional.ofNullable(item.getAnswerValueSet()).flatMap(valueSets::codes));
    }

    private void add(Type option) {
        if (option instanceof Coding coding) {
            codes.add(Code.of(coding));
        } else if (option.isPrimitive()) {
            values.add(option.primitiveValue());
        }
    }

    /** Whether it excludes all others. */
    boolean standsAlone(@Nullable Type answer) {
        return answer != null && !alone.isEmpty() && alone.contains(key(answer));
    }

    private static Object key(Type value) {
        return value instanceof Coding coding ? Code.of(coding) : String.valueOf(value.primitiveValue());
    }

    private static boolean isExclusive(QuestionnaireItemAnswerOptionComponent option) {
        return option.getExtensionsByUrl(EXCLUSIVE).stream()
                .anyMatch(each -> each.getValue() instanceof BooleanType exclusive && exclusive.booleanValue());
    }

    boolean offer(Type answer) {
        if (open) {
            return true;
        }
        return answer instanceof Coding coding
                ? codes.contains(Code.of(coding))
                : values.contains(answer.primitiveValue());
    }
}
