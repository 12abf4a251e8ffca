package org.cbthomework.web;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import java.util.HashSet;
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

    private static final String CALCULATED =
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

    /** Forms that LHC-Forms cannot open, each with the reason. */
    private static final Map<String, String> CANNOT_OPEN =
            Map.of("options", "It asks a terminology server for a contained ValueSet, which is only composed.");

    private static final String NO_LINK = "It takes no link over from a draft; typed anew, it is the same.";
    private static final String NO_STRING_OPTION =
            "Where the answers on offer are strings, it takes none over from a draft, and sends one picked as a Coding.";
    private static final String NO_TIME_COMPARED =
            "It compares no dates, times and moments in enableWhen, and asks nothing that rests on one.";
    private static final String ONE_INSTANCE =
            "It looks at one instance of a repeated question; by R4, any of its answers may fulfil the condition.";
    private static final String ONE_OF_MANY =
            "Of several results it takes the first, where one answer fits; we and our server"
                    + " take none, as the first is as good as any other.";
    private static final String HIDDEN_SENT =
            "It sends what is calculated within a group that an enableWhenExpression leaves out.";

    /** Questions of which LHC-Forms gives other answers, each with the reason. */
    private static final Map<String, String> DIFFERS = Map.ofEntries(
            entry("arabic/feeling", NO_STRING_OPTION),
            entry("conditions/evening", NO_TIME_COMPARED),
            entry("conditions/next-then", NO_TIME_COMPARED),
            entry("conditions/next-this-year", NO_TIME_COMPARED),
            entry("conditions/since-long", NO_TIME_COMPARED),
            entry("every-function/fn/fn.one-of-many", ONE_OF_MANY),
            entry("every-type/after/came-true", NO_STRING_OPTION),
            entry("every-type/after/page", NO_LINK),
            entry("expressions/many/doubled", HIDDEN_SENT),
            entry("expressions/pick", NO_STRING_OPTION),
            entry("limits/link", NO_LINK),
            entry("repeats/proud", ONE_INSTANCE),
            entry("rich-text/chosen", NO_STRING_OPTION));

    private static final Site OURS = Worksheets.site();
    private static final Site THEIRS = LhcForms.site();
    /** Far from UTC, so that a moment that is written in it is another text. */
    private static final String ZONE = "Asia/Kathmandu";

    private static final Visit OUR_VISIT = new Visit(
            new Browser.NewContextOptions().setViewportSize(390, 844).setTimezoneId(ZONE),
            Worksheets::isHostileMarkupHeldBack);
    /** It tells on the console what it does not support. */
    private static final Visit THEIR_VISIT =
            new Visit(new Browser.NewContextOptions().setTimezoneId(ZONE), wrong -> true);

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
                    JsonNode draft = draft(form);
                    Answers theirs = Answers.of(theirs(form, draft).response());
                    Answers ours = Answers.of(ours(form, draft).response());
                    assertThat(ours.byPath()).isNotEmpty();
                    assertThat(differences(form, ours, theirs))
                            .as("ours %s, theirs %s", ours, theirs)
                            .isEqualTo(known(form, List.of()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_form_that_it_cannot_open_still_cannot_be_opened() {
        return CANNOT_OPEN.entrySet().stream()
                .map(known -> DynamicTest.dynamicTest(
                        known.getKey(),
                        () -> assertThatThrownBy(() -> theirs(known.getKey(), draft(known.getKey())))
                                .as("an entry that is no longer needed hides differences: remove it")
                                .isInstanceOf(PlaywrightException.class)));
    }

    /** One thing somebody types or picks: in which question, in which box of theirs, and the text. */
    private record Typed(String linkId, String theirs, String text) {}

    @TestFactory
    Stream<DynamicTest> the_same_typing_makes_the_same_change() {
        return Map.of(
                        "thought-record-5",
                        List.of(
                                new Typed("situation", "situation.text/1/1", "The bus did not come. Über 20 min!"),
                                new Typed("belief-before", "belief-before/1", "15"),
                                new Typed("balanced", "balanced.text/1/1", "It was the snow, probably.")),
                        "daily-anxiety-reflection",
                        List.of(new Typed("anxiety-peak", "anxiety-peak/1", "6")),
                        "sleep-diary",
                        List.of(new Typed("sleep-latency", "sleep-latency/1", "25")),
                        "every-type",
                        List.of(
                                new Typed("plan", "plan/1/1", "Ask the neighbour"),
                                new Typed("came-true", "came-true/1/1", "Some of it"),
                                new Typed("hours-slept", "hours-slept/1/1", "7.25"),
                                new Typed("page", "page/1/1", "https://example.org/another")))
                .entrySet()
                .stream()
                .map(form -> DynamicTest.dynamicTest(form.getKey(), () -> {
                    JsonNode draft = draft(form.getKey());
                    LhcForms theirs = theirs(form.getKey(), draft);
                    Opened ours = ours(form.getKey(), draft);
                    Answers before = Answers.of(ours.response());
                    for (Typed typed : form.getValue()) {
                        type(
                                ours.worksheet()
                                        .locator("[id$=-" + typed.linkId() + "]")
                                        .first(),
                                typed.text());
                        theirs.type(typed.theirs(), typed.text());
                    }
                    Answers after = Answers.of(ours.response());
                    assertThat(after.differencesTo(before))
                            .hasSizeGreaterThanOrEqualTo(form.getValue().size());
                    Answers theirAfter = Answers.of(theirs.response());
                    assertThat(differences(form.getKey(), after, theirAfter))
                            .as("ours %s, theirs %s", after, theirAfter)
                            .isEqualTo(known(form.getKey(), form.getValue()));
                }));
    }

    @Test
    void the_lists_name_only_forms_there_are() {
        assertThat(Worksheets.ids().toList())
                .containsAll(CANNOT_OPEN.keySet())
                .containsAll(DIFFERS.keySet().stream()
                        .map(place -> place.split("/", 2)[0])
                        .toList());
    }

    /** What was answered before, but for what follows from other answers: that each has to find again. */
    static JsonNode draft(String form) {
        Set<String> calculated = new HashSet<>();
        Worksheets.questionnaire(form).findParents("linkId").forEach(item -> {
            for (JsonNode extension : item.path("extension")) {
                if (extension.path("url").asText().equals(CALCULATED)) {
                    calculated.add(item.get("linkId").textValue());
                }
            }
        });
        JsonNode draft = Worksheets.example(form).deepCopy();
        forget(calculated, draft);
        return draft;
    }

    private static void forget(Set<String> linkIds, JsonNode within) {
        if (within.path("item") instanceof ArrayNode items) {
            items.removeIf(item -> linkIds.contains(item.path("linkId").asText()));
            items.forEach(item -> forget(linkIds, item));
        }
        within.path("answer").forEach(answer -> forget(linkIds, answer));
    }

    private static Opened ours(String form, JsonNode draft) {
        return Opened.on(OUR_VISIT.page(), OURS, form, "language=en").resume(draft);
    }

    private static LhcForms theirs(String form, JsonNode draft) {
        return LhcForms.on(THEIR_VISIT.page(), THEIRS).open(Worksheets.questionnaire(form), draft);
    }

    private static void type(Locator box, String text) {
        if ("radio".equals(box.getAttribute("type"))) {
            box.locator("xpath=ancestor::*[contains(@class, 'picks')]")
                    .getByText(text, new Locator.GetByTextOptions().setExact(true))
                    .click();
        } else {
            box.fill(text);
        }
    }

    private static Set<String> differences(String form, Answers ours, Answers theirs) {
        Set<String> places = new TreeSet<>();
        ours.differencesTo(theirs).forEach(path -> places.add(form + path));
        return places;
    }

    /** Those on the list, but for a link that was typed into both. */
    private static Set<String> known(String form, List<Typed> typed) {
        Set<String> places = new TreeSet<>(DIFFERS.keySet());
        places.removeIf(place -> !place.startsWith(form + "/"));
        places.removeIf(place -> NO_LINK.equals(DIFFERS.get(place))
                && typed.stream().anyMatch(each -> place.endsWith("/" + each.linkId())));
        return places;
    }
}
