package org.cbthomework.questionnaires.lint;

import java.util.List;
import java.util.function.Consumer;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.StringType;

/** A worksheet with one fault put in, and what the lint must say of it. */
record BrokenCopy(Class<?> lint, String worksheet, Consumer<Questionnaire> fault, String complaint) {

    static final List<BrokenCopy> ALL = List.of(
            item(SameNotices.class, "phq-9", "notice-before", reworded("observing"), "notice-before"),
            item(SameNotices.class, "gad-7", "notice-after", BrokenCopy::untranslate, "notice-after"),
            item(
                    Translated.class,
                    "thought-record-5",
                    "situation.help",
                    BrokenCopy::untranslate,
                    "situation.help has no Spanish"),
            item(
                    Translated.class,
                    "breathing-space",
                    "obstacle",
                    item -> item.getAnswerOptionFirstRep()
                            .getValueCoding()
                            .getDisplayElement()
                            .getExtension()
                            .clear(),
                    "obstacle option no-time has no Spanish"),
            of(
                    Translated.class,
                    "daily-anxiety-reflection",
                    worksheet -> patientTitle(worksheet).getExtension().clear(),
                    "patient-title"),
            item(Translated.class, "gad-7", "item-1", translated("Nervios"), "item-1 is verbatim"),
            item(Translated.class, "phq-9", "phq9", translated("Problemas"), "phq9 is verbatim"),
            item(
                    ShortSentences.class,
                    "daily-anxiety-reflection",
                    "trigger.help",
                    reworded("It may be a place and it may be a person and it may be a thought or a feeling here."),
                    "a sentence of 21 words"),
            item(
                    ShortSentences.class,
                    "daily-anxiety-reflection",
                    "trigger.help",
                    translated("Puede ser " + "un lugar o ".repeat(7) + "algo."),
                    "a sentence of 24 words"),
            item(
                    SpokenPace.class,
                    "breathing-space",
                    "practice.in",
                    reworded("one two three four five six"),
                    "6 words in 4"),
            item(
                    SpokenPace.class,
                    "breathing-space",
                    "practice.out",
                    translated("una dos tres cuatro cinco seis siete ocho"),
                    "8 words in 6"),
            item(
                    SpokenPace.class,
                    "breathing-space",
                    "practice.end",
                    item -> item.getExtension().clear(),
                    "without seconds"),
            item(LinkIds.class, "gad-7", "item-1", item -> item.setLinkId("Item_1"), "Item_1 is not kebab-case"),
            item(LinkIds.class, "gad-7", "item-1", item -> item.setLinkId("item-2"), "item-2 names 2 items"),
            item(
                    FewRequired.class,
                    "thought-record-5",
                    "belief-balanced",
                    item -> item.setRequired(true),
                    "requires 11"),
            item(
                    Sliders.class,
                    "daily-anxiety-reflection",
                    "anxiety-peak",
                    item -> item.addInitial().setValue(new StringType("5")),
                    "anxiety-peak has an initial value"),
            item(Sliders.class, "breathing-space", "tension-after", reworded("How tense? (1 to 10)"), "(0 to 10)"),
            item(
                    Sliders.class,
                    "breathing-space",
                    "tension-after",
                    item -> item.getItem().remove(0),
                    "no tension-after.lower"),
            item(
                    Sliders.class,
                    "breathing-space",
                    "tension-after",
                    item -> item.getExtension()
                            .removeIf(extension -> extension.getUrl().endsWith("sliderStepValue")),
                    "no questionnaire-sliderStepValue"),
            item(
                    WorkedExamples.class,
                    "breathing-space",
                    "minutes.example",
                    reworded("4."),
                    "does not begin with Example"),
            item(
                    WorkedExamples.class,
                    "breathing-space",
                    "minutes.example",
                    item -> item.getExtension().clear(),
                    "control"),
            of(
                    WorkedExamples.class,
                    "gad-7",
                    worksheet -> worksheet.getUseContext().clear(),
                    "has no worked example"),
            of(Particulars.class, "phq-9", worksheet -> worksheet.getExtension().clear(), "has no patient-title"),
            of(
                    Particulars.class,
                    "gad-7",
                    worksheet -> worksheet.getUseContext().clear(),
                    "exactly one kind"),
            of(
                    Particulars.class,
                    "breathing-space",
                    worksheet -> worksheet.getExtension().remove(3),
                    "reading-level for es"),
            of(Headers.class, "phq-9", worksheet -> worksheet.setId("phq9"), "at the end of its url"),
            of(Headers.class, "phq-9", worksheet -> worksheet.setUrl(Own.BASE + "phq-9"), "its type in its url"),
            of(Headers.class, "phq-9", worksheet -> worksheet.setVersion(null), "no version"),
            of(Headers.class, "phq-9", worksheet -> worksheet.setDate(null), "no date"),
            of(Headers.class, "phq-9", worksheet -> worksheet.setPublisher(null), "no publisher"),
            of(Headers.class, "phq-9", worksheet -> worksheet.setStatus(null), "no status"),
            of(
                    VersionedReferences.class,
                    "gad-7",
                    worksheet -> worksheet.addDerivedFrom(Own.BASE + "Questionnaire/phq-9"),
                    "is not the url and version"),
            item(
                    DefinedCodes.class,
                    "breathing-space",
                    "obstacle",
                    item -> item.getAnswerOptionFirstRep().getValueCoding().setDisplay("No time"),
                    "no-time is displayed as No time"),
            item(
                    DefinedCodes.class,
                    "breathing-space",
                    "obstacle",
                    item -> item.getAnswerOptionFirstRep()
                            .getValueCoding()
                            .getDisplayElement()
                            .getExtensionFirstRep()
                            .getExtensionByUrl("content")
                            .setValue(new StringType("Sin tiempo")),
                    "in Spanish as Sin tiempo"),
            item(
                    DefinedCodes.class,
                    "breathing-space",
                    "when",
                    item -> item.getCodeFirstRep().setCode("then"),
                    "not defined"),
            of(Twins.class, "phq-9", worksheet -> worksheet.setTitle("PHQ"), "title differs"),
            of(Twins.class, "phq-9", worksheet -> worksheet.setPurpose("To know."), "purpose differs"),
            of(Twins.class, "phq-9", worksheet -> worksheet.getUseContext().remove(0), "useContext differs"),
            of(Twins.class, "phq-9", worksheet -> worksheet.getExtension().remove(1), "estimated-minutes differs"),
            of(Twins.class, "phq-9", worksheet -> worksheet.setVersion("1.0.1"), "relatedArtifact differs"),
            of(Twins.class, "phq-9", worksheet -> worksheet.setId("phq-15"), "no ActivityDefinition"));

    Questionnaire copy() {
        Questionnaire copy = ParsedLibrary.copyOf(Questionnaire.class, worksheet);
        fault.accept(copy);
        return copy;
    }

    private static BrokenCopy of(Class<?> lint, String worksheet, Consumer<Questionnaire> fault, String complaint) {
        return new BrokenCopy(lint, worksheet, fault, complaint);
    }

    private static BrokenCopy item(
            Class<?> lint, String id, String linkId, Consumer<QuestionnaireItemComponent> fault, String complaint) {
        return of(lint, id, worksheet -> fault.accept(Items.named(worksheet, linkId)), complaint);
    }

    private static Consumer<QuestionnaireItemComponent> reworded(String text) {
        return item -> item.setText(text);
    }

    private static void untranslate(QuestionnaireItemComponent item) {
        item.getTextElement().getExtension().clear();
    }

    private static Consumer<QuestionnaireItemComponent> translated(String spanish) {
        return item -> {
            untranslate(item);
            PatientText.translate(item.getTextElement(), spanish);
        };
    }

    private static StringType patientTitle(Questionnaire worksheet) {
        return (StringType)
                worksheet.getExtensionByUrl(Own.extension("patient-title")).getValue();
    }
}
