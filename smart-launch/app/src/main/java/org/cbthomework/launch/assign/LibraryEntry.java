package org.cbthomework.launch.assign;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.launch.homework.OrderExtensions;
import org.cbthomework.launch.homework.Spoken;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * A worksheet of the library, as a clinician chooses it.
 *
 * @param id under which the server keeps it
 * @param canonical with its version
 * @param patientTitle what the patient sees it called
 * @param about what it is, for the clinician; empty if it does not say
 * @param purpose why it helps, in words for the patient; empty if it does not say
 * @param minutes that one occasion usually takes; 0 if it does not say
 * @param languages in which a patient may have it, as BCP 47 tags
 * @param isTailored whether a clinician made it of another
 */
public record LibraryEntry(
        String id,
        String url,
        String canonical,
        String title,
        String patientTitle,
        String about,
        String purpose,
        int minutes,
        List<Choice> kinds,
        List<Choice> concerns,
        List<Choice> stages,
        List<String> languages,
        boolean isTailored) {

    public LibraryEntry {
        kinds = List.copyOf(kinds);
        concerns = List.copyOf(concerns);
        stages = List.copyOf(stages);
        languages = List.copyOf(languages);
    }

    /**
     * Something to filter by.
     *
     * @param display in the library's own words, for codes that the pages have no words for
     */
    public record Choice(String code, String display) {}

    /** What a Questionnaire tells of itself, in the language of the reader where it can. */
    static LibraryEntry of(Questionnaire worksheet, Locale reader) {
        List<String> languages = List.of(reader.toLanguageTag());
        String language = worksheet.getLanguage();
        String title = worksheet.hasTitle()
                ? Spoken.in(languages, language, worksheet.getTitleElement()).orElse("")
                : worksheet.getIdElement().getIdPart();
        return new LibraryEntry(
                worksheet.getIdElement().getIdPart(),
                worksheet.getUrl(),
                canonical(worksheet),
                title,
                Optional.ofNullable(worksheet.getExtensionByUrl(OrderExtensions.BASE + "patient-title"))
                        .map(Extension::getValue)
                        .filter(StringType.class::isInstance)
                        .map(value -> Spoken.in(languages, language, (StringType) value)
                                .orElse(""))
                        .orElse(title),
                Spoken.in(languages, language, worksheet.getDescriptionElement())
                        .orElse(""),
                Spoken.in(languages, language, worksheet.getPurposeElement()).orElse(""),
                minutes(worksheet.getExtensionByUrl(OrderExtensions.BASE + "estimated-minutes")),
                choices(worksheet, "kind"),
                choices(worksheet, "focus"),
                choices(worksheet, "stage"),
                languages(worksheet),
                worksheet.hasDerivedFrom());
    }

    /** Whether its words are what it measures by, so that none of them may be another. */
    public boolean isMeasure() {
        return kinds.stream().anyMatch(kind -> kind.code().equals("standard-measure"));
    }

    static boolean isOfKind(Questionnaire worksheet, String kind) {
        return choices(worksheet, "kind").stream()
                .anyMatch(choice -> choice.code().equals(kind));
    }

    static String canonical(Questionnaire worksheet) {
        return worksheet.hasVersion() ? worksheet.getUrl() + "|" + worksheet.getVersion() : worksheet.getUrl();
    }

    /** The canonical without its version. */
    static String url(String canonical) {
        return canonical.split("\\|", 2)[0];
    }

    static int minutes(@Nullable Extension told) {
        return told != null && told.getValue() instanceof org.hl7.fhir.r4.model.IntegerType minutes
                ? minutes.getValue()
                : 0;
    }

    private static List<Choice> choices(Questionnaire worksheet, String context) {
        return worksheet.getUseContext().stream()
                .filter(each -> context.equals(each.getCode().getCode()))
                .map(each -> each.getValue())
                .filter(CodeableConcept.class::isInstance)
                .flatMap(value -> ((CodeableConcept) value).getCoding().stream())
                .filter(Coding::hasCode)
                .map(coding ->
                        new Choice(coding.getCode(), coding.hasDisplay() ? coding.getDisplay() : coding.getCode()))
                .distinct()
                .toList();
    }

    /** Those in which its reading level is told: it is whole in them. */
    private static List<String> languages(Questionnaire worksheet) {
        return Stream.concat(
                        Stream.ofNullable(worksheet.getLanguage()),
                        worksheet.getExtensionsByUrl(OrderExtensions.BASE + "reading-level").stream()
                                .map(each -> each.getExtensionByUrl("language"))
                                .flatMap(each -> Stream.ofNullable(each == null ? null : each.getValue()))
                                .map(value -> value.primitiveValue()))
                .distinct()
                .toList();
    }
}
