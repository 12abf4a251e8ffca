package org.cbthomework.launch.homework;

import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;

/** What FHIR resources say, in the language of their reader where they speak it. */
final class Texts {

    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    private Texts() {}

    /** Empty if nothing is said. */
    static Optional<String> of(PrimitiveType<?> text, Locale reader) {
        return text.getExtensionsByUrl(TRANSLATION).stream()
                .filter(each -> reader.getLanguage().equals(part(each, "lang")))
                .map(each -> part(each, "content"))
                .findFirst()
                .or(() -> Optional.ofNullable(text.getValueAsString()))
                .filter(words -> !words.isBlank());
    }

    private static String part(Extension translation, String name) {
        Extension part = translation.getExtensionByUrl(name);
        return part == null || !part.hasValue() ? "" : part.getValue().primitiveValue();
    }
}
