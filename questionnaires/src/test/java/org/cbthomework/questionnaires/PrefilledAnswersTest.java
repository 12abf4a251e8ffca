package org.cbthomework.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.fhirpath.IFhirPathEvaluationContext;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a worksheet takes over from earlier responses: Structured Data Capture's expressions, on what a search finds. */
class PrefilledAnswersTest {

    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
    private static final String VARIABLE = "http://hl7.org/fhir/StructureDefinition/variable";
    private static final String WORKSHEETS = "https://w3id.org/cbt-homework/fhir/Questionnaire/";

    private final Questionnaire hierarchy = ParsedLibrary.copyOf(Questionnaire.class, "exposure-hierarchy");
    private final Questionnaire log = ParsedLibrary.copyOf(Questionnaire.class, "exposure-response-prevention-log");
    private final QuestionnaireItemComponent steps = item(hierarchy.getItem(), "steps");

    private final Bundle lastHierarchy = found(response("exposure-hierarchy-complete"));
    private final Bundle nothing = found();

    @Test
    void a_new_hierarchy_begins_with_the_steps_of_the_last_one() {
        List<Base> sources = sources(lastHierarchy, found(response("daily-anxiety-reflection-complete")));

        assertThat(sources).hasSize(6);
        assertThat(initial("step", sources.get(0))).containsExactly("touch the front door outside, no wipe");
        assertThat(initial("step-distress", sources.get(0))).containsExactly("30");
        assertThat(values(sources.get(0), "step-setting"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Coding.class, setting -> assertThat(setting.getCode()).isEqualTo("home"));
        assertThat(initial("step-setting", sources.get(3)))
                .as("it was left out last time")
                .isEmpty();
    }

    @Test
    void without_a_hierarchy_it_begins_with_what_set_off_anxiety_each_once() {
        List<Base> sources = sources(
                nothing,
                found(
                        response("daily-anxiety-reflection-complete"),
                        response("daily-anxiety-reflection-amended"),
                        setOffBy("crowded bus")));

        assertThat(sources.stream().flatMap(source -> initial("step", source).stream()))
                .containsExactly("letter from the landlord, didnt open it till 6", "crowded bus");
        assertThat(sources)
                .allSatisfy(source -> assertThat(initial("step-distress", source))
                        .as("nobody has rated it as a step")
                        .isEmpty());
    }

    @Test
    void it_begins_with_five_triggers_at_most() {
        QuestionnaireResponse[] fortnight = IntStream.rangeClosed(1, 14)
                .mapToObj(day -> setOffBy("trigger " + day))
                .toArray(QuestionnaireResponse[]::new);

        assertThat(sources(nothing, found(fortnight))).hasSize(5);
    }

    @Test
    void a_long_trigger_is_cut_to_what_a_step_may_hold() {
        int most = item(steps.getItem(), "step").getMaxLength();
        List<Base> sources = sources(nothing, found(setOffBy("x".repeat(2000))));

        assertThat(initial("step", sources.get(0))).containsExactly("x".repeat(most));
    }

    @Test
    void with_neither_it_begins_empty() {
        assertThat(sources(nothing, nothing)).isEmpty();
        assertThat(sources(nothing, found(response("daily-anxiety-reflection-calm"))))
                .as("a calm day has no trigger")
                .isEmpty();
    }

    @Test
    void the_log_offers_the_steps_of_the_hierarchy() {
        assertThat(offered(lastHierarchy))
                .containsExactly(
                        "touch the front door outside, no wipe",
                        "take the post in and put it on the table",
                        "hold the pole on the tram 2 stops",
                        "sit on the bench at the clinic",
                        "shake hands w someone at work",
                        "toilet at work");
        assertThat(offered(nothing)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> a_worksheet_searches_for_the_patients_own_responses() {
        return Stream.of(hierarchy, log)
                .map(worksheet -> DynamicTest.dynamicTest(worksheet.getName(), () -> {
                    assertThat(launchContext(worksheet)).isEqualTo("patient Patient");
                    assertThat(searches(worksheet)).contains("hierarchy " + search("exposure-hierarchy", 1));
                }));
    }

    @Test
    void the_hierarchy_searches_the_reflections_of_a_fortnight() {
        assertThat(searches(hierarchy))
                .containsExactly(
                        "hierarchy " + search("exposure-hierarchy", 1),
                        "logs " + search("daily-anxiety-reflection", 14));
    }

    /**
     * The responses of a worksheet, newest first: of any version, where a server takes a canonical without a version
     * so, and of the version that there is, where it does not.
     */
    private static String search(String worksheet, int count) {
        return "QuestionnaireResponse?subject=Patient/p1&questionnaire=%1$s%2$s,%1$s%2$s%%7C%3$s"
                        .formatted(
                                WORKSHEETS,
                                worksheet,
                                ParsedLibrary.copyOf(Questionnaire.class, worksheet)
                                        .getVersion())
                + "&status=completed,amended&_sort=-authored&_count=" + count;
    }

    private static List<String> searches(Questionnaire worksheet) {
        return worksheet.getExtensionsByUrl(VARIABLE).stream()
                .map(extension -> (Expression) extension.getValue())
                .map(variable -> {
                    assertThat(variable.getLanguage()).isEqualTo("application/x-fhir-query");
                    return variable.getName() + " " + forPatient(variable.getExpression());
                })
                .toList();
    }

    private static String forPatient(String query) {
        String path = query.replaceAll("^.*\\{\\{|}}.*$", "");
        String id = evaluate(path, Map.of("patient", new Patient().setId("p1")))
                .get(0)
                .primitiveValue();
        return query.replace("{{" + path + "}}", id);
    }

    private static String launchContext(Questionnaire worksheet) {
        Extension context = worksheet.getExtensionByUrl(SDC + "launchContext");
        return ((Coding) context.getExtensionByUrl("name").getValue()).getCode() + " "
                + context.getExtensionByUrl("type").getValue().primitiveValue();
    }

    private List<Base> sources(Bundle found, Bundle logs) {
        Expression source = expression(steps, "itemPopulationContext");
        assertThat(source.getName()).isEqualTo("source");
        return evaluate(source.getExpression(), Map.of("hierarchy", found, "logs", logs));
    }

    private List<String> initial(String linkId, Base source) {
        return values(source, linkId).stream().map(Base::primitiveValue).toList();
    }

    private List<Base> values(Base source, String linkId) {
        Expression initial = expression(item(steps.getItem(), linkId), "initialExpression");
        return evaluate(initial.getExpression(), Map.of("source", source));
    }

    private List<String> offered(Bundle found) {
        Expression answers = expression(item(log.getItem(), "step"), "answerExpression");
        return evaluate(answers.getExpression(), Map.of("hierarchy", found)).stream()
                .map(Base::primitiveValue)
                .toList();
    }

    private static Expression expression(QuestionnaireItemComponent item, String name) {
        return (Expression) item.getExtensionByUrl(SDC + name).getValue();
    }

    private static QuestionnaireItemComponent item(List<QuestionnaireItemComponent> items, String linkId) {
        return items.stream()
                .filter(item -> item.getLinkId().equals(linkId))
                .findFirst()
                .orElseThrow();
    }

    private static List<Base> evaluate(String expression, Map<String, Base> variables) {
        IFhirPath engine = ParsedLibrary.R4.newFhirPath();
        engine.setEvaluationContext(new IFhirPathEvaluationContext() {
            @Override
            public List<IBase> resolveConstant(Object context, String name, ConstantEvaluationMode mode) {
                return variables.containsKey(name) ? List.of(variables.get(name)) : List.of();
            }
        });
        return engine.evaluate(new QuestionnaireResponse(), expression, Base.class);
    }

    private static QuestionnaireResponse response(String example) {
        return Fixture.example("QuestionnaireResponse-" + example + ".json").response();
    }

    private static QuestionnaireResponse setOffBy(String trigger) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.addItem().setLinkId("trigger").addAnswer().setValue(new StringType(trigger));
        return response;
    }

    private static Bundle found(QuestionnaireResponse... responses) {
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET).setTotal(responses.length);
        Stream.of(responses).forEach(response -> bundle.addEntry().setResource(response));
        return bundle;
    }
}
