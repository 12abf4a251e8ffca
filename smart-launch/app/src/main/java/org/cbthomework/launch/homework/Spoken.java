package org.cbthomework.launch.homework;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** What resources say, in the language of their reader where it is translated. */
public final class Spoken {

    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    private Spoken() {}

    /** In its own language if there is no translation; empty if it says nothing. */
    public static Optional<String> in(Locale reader, PrimitiveType<?> words) {
        return in(List.of(reader.getLanguage()), null, words);
    }

    /**
     * In the first of the languages that it is in; as it was written, if it is in none of them; empty if it says nothing.
     *
     * @param languages as BCP 47 tags, of which the language counts: {@code es} of {@code es-MX}
     * @param original the language it was written in; null if that is not known
     */
    public static Optional<String> in(List<String> languages, @Nullable String original, PrimitiveType<?> words) {
        return languages.stream()
                .flatMap(language -> original != null && base(language).equals(base(original))
                        ? Stream.ofNullable(words.getValueAsString())
                        : translations(words, language))
                .findFirst()
                .or(() -> Optional.ofNullable(words.getValueAsString()))
                .filter(said -> !said.isBlank());
    }

    private static Stream<String> translations(PrimitiveType<?> words, String language) {
        return words.getExtensionsByUrl(TRANSLATION).stream()
                .filter(each -> base(part(each, "lang")).equals(base(language)))
                .map(each -> part(each, "content"))
                .filter(content -> !content.isBlank());
    }

    private static String base(String language) {
        return language.split("-", 2)[0];
    }

    private static String part(Extension translation, String name) {
        Extension part = translation.getExtensionByUrl(name);
        return part == null || part.getValue() == null || part.getValue().primitiveValue() == null
                ? ""
                : part.getValue().primitiveValue();
    }
}
