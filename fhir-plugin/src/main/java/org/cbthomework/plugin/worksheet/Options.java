package org.cbthomework.plugin.worksheet;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** The answers that a question offers; none offered means that any answer of the right type will do. */
final class Options {

    private final Set<Code> codes = new HashSet<>();
    private final Set<String> values = new HashSet<>();
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

    boolean offer(Type answer) {
        if (open) {
            return true;
        }
        return answer instanceof Coding coding
                ? codes.contains(Code.of(coding))
                : values.contains(answer.primitiveValue());
    }
}
