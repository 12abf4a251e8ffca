package org.cbthomework.plugin.worksheet;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.OptionalInt;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * How long a text must and may be, in code points, and the pattern that all of it has to match, in linear time. What says
 * nothing is held to neither the least length nor the pattern.
 */
record TextRule(OptionalInt shortest, OptionalInt longest, Optional<Pattern> pattern) {

    private static final String HL7 = "http://hl7.org/fhir/StructureDefinition/";

    static TextRule of(QuestionnaireItemComponent item) {
        return new TextRule(
                value(item, "minLength") instanceof IntegerType least
                        ? OptionalInt.of(least.getValue())
                        : OptionalInt.empty(),
                item.hasMaxLength() ? OptionalInt.of(item.getMaxLength()) : OptionalInt.empty(),
                Optional.ofNullable(value(item, "regex")).flatMap(TextRule::compiled));
    }

    /** What is wrong with a text, if anything. */
    Optional<String> breach(String text) {
        int length = text.codePointCount(0, text.length());
        if (longest.isPresent() && length > longest.getAsInt()) {
            return Optional.of("is longer than " + longest.getAsInt() + " characters");
        }
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (shortest.isPresent() && length < shortest.getAsInt()) {
            return Optional.of("is shorter than " + shortest.getAsInt() + " characters");
        }
        return pattern.isPresent() && !pattern.get().matches(text)
                ? Optional.of("does not have the form that it asks for; the worksheet says which")
                : Optional.empty();
    }

    /** A pattern that cannot be evaluated in linear time is not held against anybody. */
    private static Optional<Pattern> compiled(Type regex) {
        try {
            return Optional.of(Pattern.compile(regex.primitiveValue()));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Type value(QuestionnaireItemComponent item, String name) {
        return item.hasExtension(HL7 + name)
                ? item.getExtensionByUrl(HL7 + name).getValue()
                : null;
    }
}
