package org.cbthomework.launch.homework;

import java.util.Locale;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** What a definition says, in the reader's language where it is translated. */
public final class Spoken {

    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    private Spoken() {}

    /** In its own language if there is no translation; null if it says nothing. */
    public static @Nullable String in(Locale reader, PrimitiveType<?> words) {
        return words.getExtensionsByUrl(TRANSLATION).stream()
                .filter(each -> reader.getLanguage().equals(part(each, "lang").split("-", 2)[0]))
                .map(each -> part(each, "content"))
                .filter(content -> !content.isBlank())
                .findFirst()
                .orElseGet(words::getValueAsString);
    }

    private static String part(Extension translation, String name) {
        Extension part = translation.getExtensionByUrl(name);
        return part == null || part.getValue() == null || part.getValue().primitiveValue() == null
                ? ""
                : part.getValue().primitiveValue();
    }
}
