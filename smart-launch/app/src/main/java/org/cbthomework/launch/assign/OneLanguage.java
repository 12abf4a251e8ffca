package org.cbthomework.launch.assign;

import java.util.List;
import org.cbthomework.launch.homework.OrderExtensions;
import org.cbthomework.launch.homework.Spoken;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StringType;

/** A worksheet in one language: what a clinician writes into it has no translation, and languages are never mixed. */
final class OneLanguage {

    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";
    private static final String READING_LEVEL = OrderExtensions.BASE + "reading-level";

    private OneLanguage() {}

    /**
     * A copy.
     *
     * @param language one that the worksheet is whole in
     */
    static Questionnaire of(Questionnaire worksheet, String language) {
        Questionnaire copy = worksheet.copy();
        reword(copy, worksheet.getLanguage(), language);
        // HAPI does not tell them among a resource's children.
        copy.getExtension().forEach(each -> reword(each, worksheet.getLanguage(), language));
        copy.setLanguage(language);
        // It was told of other words.
        copy.getExtension().removeIf(each -> each.getUrl().equals(READING_LEVEL));
        return copy;
    }

    private static void reword(Base element, String original, String language) {
        if (element instanceof StringType text) {
            text.setValue(
                    text.hasValue()
                            ? Spoken.in(List.of(language), original, text).orElse("")
                            : null);
        }
        if (element instanceof PrimitiveType<?> primitive) {
            primitive.getExtension().removeIf(each -> each.getUrl().equals(TRANSLATION));
            return;
        }
        for (Property property : element.children()) {
            property.getValues().forEach(each -> reword(each, original, language));
        }
    }
}
