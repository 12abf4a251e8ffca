package org.cbthomework.launch.assign;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Texts in the language that their reader prefers. */
final class Translated {

    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    private Translated() {}

    /**
     * A text in the first of the languages that it is in; as it was written, if it is in none of them.
     *
     * @param original the language it was written in; null if that is not known
     */
    static String text(PrimitiveType<String> text, @Nullable String original, List<String> languages) {
        for (String language : languages) {
            if (isOf(language, original)) {
                break;
            }
            Optional<String> translated = text.getExtensionsByUrl(TRANSLATION).stream()
                    .filter(each -> isOf(language, part(each, "lang")))
                    .flatMap(each -> Optional.ofNullable(part(each, "content")).stream())
                    .findFirst();
            if (translated.isPresent()) {
                return translated.get();
            }
        }
        return Optional.ofNullable(text.getValue()).orElse("");
    }

    private static boolean isOf(String language, @Nullable String told) {
        return told != null && base(told).equals(base(language));
    }

    /** {@code es} of {@code es-MX}. */
    private static String base(String language) {
        return language.split("-", 2)[0];
    }

    private static @Nullable String part(Extension translation, String name) {
        Extension part = translation.getExtensionByUrl(name);
        return part == null || part.getValue() == null ? null : part.getValue().primitiveValue();
    }
}
