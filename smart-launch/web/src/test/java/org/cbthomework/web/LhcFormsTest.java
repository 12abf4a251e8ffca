package org.cbthomework.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cbthomework.web.browser.Site;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Another renderer, independent of ours, makes of the same form and the same answers the same response. */
@Tag("browser")
class LhcFormsTest {

    /** Forms that LHC-Forms cannot open, each with the reason. */
    private static final Map<String, String> CANNOT_OPEN = Map.of();

    /** Questions of which LHC-Forms gives other answers, each with the reason. */
    private static final Map<String, String> DIFFERS = Map.of();

    private static final Site OURS = Worksheets.site();
    private static final Site THEIRS = LhcForms.site();
    private static final Visit OUR_VISIT =
            new Visit(new Browser.NewContextOptions().setViewportSize(390, 844), Worksheets::isHostileMarkupHeldBack);
    /** It tells on the console what it does not support. */
    private static final Visit THEIR_VISIT = new Visit(new Browser.NewContextOptions(), wrong -> true);

    @AfterAll
    static void leave() {
        try (OURS;
                THEIRS;
                OUR_VISIT) {
            THEIR_VISIT.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> the_same_answers_come_out() {
        return Worksheets.ids()
                .filter(form -> !CANNOT_OPEN.containsKey(form))
                .map(form -> DynamicTest.dynamicTest(form, () -> {
                    JsonNode example = Worksheets.example(form);
                    JsonNode theirs = LhcForms.on(THEIR_VISIT.page(), THEIRS)
                            .open(Worksheets.questionnaire(form), example)
                            .response();
                    JsonNode ours = ours(form).resume(example).response();
                    assertThat(differences(form, ours, theirs))
                            .as("ours %s, theirs %s", Answers.of(ours), Answers.of(theirs))
                            .isEqualTo(known(form));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_form_that_it_cannot_open_still_cannot_be_opened() {
        return CANNOT_OPEN.entrySet().stream()
                .map(known -> DynamicTest.dynamicTest(known.getKey() + ": " + known.getValue(), () -> {
                    LhcForms theirs = LhcForms.on(THEIR_VISIT.page(), THEIRS);
                    assertThat(Stream.of(known.getKey()).filter(form -> opens(theirs, form)))
                            .as("an entry that is no longer needed hides differences: remove it")
                            .isEmpty();
                }));
    }

    /** One thing somebody types: where it is in ours, where in theirs, and the text. */
    private record Typed(String ours, String theirs, String text) {}

    @TestFactory
    Stream<DynamicTest> the_same_typing_makes_the_same_change() {
        return Map.of(
                        "thought-record-5",
                        List.of(
                                new Typed(
                                        "[id$=-situation]", "situation.text/1/1", "The bus did not come. Über 20 min!"),
                                new Typed("[id$=-belief-before]", "belief-before/1", "4"),
                                new Typed("[id$=-balanced]", "balanced.text/1/1", "It was the snow, probably.")),
                        "daily-anxiety-reflection",
                        List.of(new Typed("[id$=-anxiety-peak]", "anxiety-peak/1", "6")),
                        "sleep-diary",
                        List.of(new Typed("[id$=-sleep-latency]", "sleep-latency/1", "25")))
                .entrySet()
                .stream()
                .map(form -> DynamicTest.dynamicTest(form.getKey(), () -> {
                    JsonNode example = Worksheets.example(form.getKey());
                    LhcForms theirs = LhcForms.on(THEIR_VISIT.page(), THEIRS)
                            .open(Worksheets.questionnaire(form.getKey()), example);
                    Opened ours = ours(form.getKey()).resume(example);
                    Answers before = Answers.of(ours.response());
                    for (Typed typed : form.getValue()) {
                        ours.worksheet().locator(typed.ours()).first().fill(typed.text());
                        theirs.box(typed.theirs()).fill(typed.text());
                        theirs.box(typed.theirs()).blur();
                    }
                    assertThat(Answers.of(ours.response()).differencesTo(before))
                            .hasSizeGreaterThanOrEqualTo(form.getValue().size());
                    assertThat(differences(form.getKey(), ours.response(), theirs.response()))
                            .isEqualTo(known(form.getKey()));
                }));
    }

    @Test
    void the_lists_name_only_forms_there_are() {
        Set<String> forms = new TreeSet<>(Worksheets.ids().toList());
        assertThat(forms).containsAll(CANNOT_OPEN.keySet());
        assertThat(forms)
                .containsAll(DIFFERS.keySet().stream()
                        .map(place -> place.split("/", 2)[0])
                        .toList());
    }

    private static Opened ours(String form) {
        return Opened.on(OUR_VISIT.page(), OURS, form, "language=en");
    }

    private static boolean opens(LhcForms theirs, String form) {
        try {
            theirs.open(Worksheets.questionnaire(form), Worksheets.example(form));
            return true;
        } catch (PlaywrightException refused) {
            return false;
        }
    }

    private static Set<String> differences(String form, JsonNode ours, JsonNode theirs) {
        Set<String> places = new TreeSet<>();
        Answers.of(ours).differencesTo(Answers.of(theirs)).forEach(path -> places.add(form + path));
        return places;
    }

    private static Set<String> known(String form) {
        Set<String> places = new TreeSet<>(DIFFERS.keySet());
        places.removeIf(place -> !place.startsWith(form + "/"));
        return places;
    }
}
