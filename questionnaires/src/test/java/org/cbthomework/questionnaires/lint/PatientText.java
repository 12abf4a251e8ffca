package org.cbthomework.questionnaires.lint;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.StringType;

/**
 * One string that the patient sees.
 *
 * @param where linkId or element, for complaints
 * @param instrument whether it belongs to the verbatim text of a standard measure
 */
record PatientText(String where, PrimitiveType<?> string, boolean instrument) {

    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    static Stream<PatientText> of(Questionnaire worksheet) {
        boolean measure = Own.isStandardMeasure(worksheet);
        Stream<PatientText> head = Stream.of(
                new PatientText("title", worksheet.getTitleElement(), false),
                new PatientText("purpose", worksheet.getPurposeElement(), false));
        return Stream.of(
                        head,
                        strings("patient-title", worksheet.getExtension().stream(), false),
                        Items.of(worksheet).flatMap(item -> of(item, measure)))
                .flatMap(texts -> texts);
    }

    String english() {
        return string.getValueAsString();
    }

    Optional<String> spanish() {
        return string.getExtensionsByUrl(TRANSLATION).stream()
                .filter(extension -> "es".equals(primitive(extension, "lang")))
                .map(extension -> primitive(extension, "content"))
                .findFirst();
    }

    /** Gives a string a Spanish translation. */
    static void translate(PrimitiveType<?> string, String spanish) {
        Extension translation = string.addExtension().setUrl(TRANSLATION);
        translation.addExtension("lang", new CodeType("es"));
        translation.addExtension("content", new StringType(spanish));
    }

    private static Stream<PatientText> of(QuestionnaireItemComponent item, boolean measure) {
        boolean instrument = measure && (item.getType().toCode().equals("choice") || item.hasItem());
        Stream<PatientText> text = Stream.of(item.getTextElement())
                .filter(PrimitiveType::hasValue)
                .map(string -> new PatientText(item.getLinkId(), string, instrument));
        Stream<PatientText> options = item.getAnswerOption().stream()
                .filter(option -> option.hasValueCoding())
                .map(option -> option.getValueCoding())
                .map(coding -> option(item.getLinkId(), coding, instrument));
        return Stream.of(text, options, strings(item.getLinkId(), item.getExtension().stream(), instrument))
                .flatMap(texts -> texts);
    }

    private static PatientText option(String linkId, Coding option, boolean instrument) {
        return new PatientText(linkId + " option " + option.getCode(), option.getDisplayElement(), instrument);
    }

    private static Stream<PatientText> strings(String where, Stream<Extension> extensions, boolean instrument) {
        return extensions
                .filter(extension -> extension.getValue() instanceof StringType string
                        && string.fhirType().equals("string"))
                .map(extension -> new PatientText(
                        where + " " + extension.getUrl(), (StringType) extension.getValue(), instrument));
    }

    private static String primitive(Extension extension, String part) {
        return extension.getExtensionByUrl(part).getValue().primitiveValue();
    }
}
