package org.cbthomework.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.cbthomework.web.browser.Site;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nobody needs a mouse: each worksheet is filled in and handed in by keys alone, and the focus is always in sight. */
@Tag("browser")
class KeyboardTest {

    private static final int MOST_STOPS = 400;

    /** What has the focus: its kind, and an id that stays; a page without focus is told as {@code body}. */
    private static final String FOCUSED = """
            () => {
              const at = document.activeElement;
              const kind = at.matches('.finish .btn.main') ? 'hand in' : at.matches('.btn') && /^(Add another|Draw|Use this drawing)$/.test(at.textContent) ? 'press'
                : at.matches('input') ? at.type : at.localName;
              at.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length);
              return kind + ' ' + at.dataset.stop;
            }""";

    /**
     * Until what follows from an answer was drawn, and the focus was moved where it is moved: it may take a frame more than
     * the drawing, and on a busy machine several. After two seconds it is lost.
     */
    private static final String DRAWN = """
            () => new Promise(drawn => {
              const end = performance.now() + 2000;
              const look = () => requestAnimationFrame(() => setTimeout(() =>
                document.activeElement === document.body && performance.now() < end ? look() : drawn()));
              look();
            })""";

    /**
     * Whether what has the focus, or the label around it, can be seen, is not covered, and shows that it has it. A place that
     * is no control, where the focus is brought so that one goes on from there, shows nothing.
     */
    private static final String IN_SIGHT = """
            () => {
              const at = document.activeElement;
              const seen = at.closest('label') ?? at;
              const { left, right, top, bottom } = seen.getBoundingClientRect();
              const inView = [.1, .5, .9].some(part => {
                const hit = document.elementFromPoint((left + right) / 2, top + (bottom - top) * part);
                return hit && seen.contains(hit);
              });
              const isMarked = at.tabIndex < 0 || [at, seen].some(each => getComputedStyle(each).outlineStyle !== 'none'
                && parseFloat(getComputedStyle(each).outlineWidth) >= 2 && getComputedStyle(each).clipPath === 'none');
              return inView && isMarked ? '' : (inView ? 'unmarked: ' : 'out of sight: ') + seen.outerHTML.slice(0, 200);
            }""";

    /** One form takes nothing that is typed here. */
    private static final String NARROW = "limits";

    private static final Site SITE = Worksheets.site();
    private static final Visit VISIT =
            new Visit(new Browser.NewContextOptions().setViewportSize(390, 844), Worksheets::isHostileMarkupHeldBack);
    private static final Page PAGE = VISIT.page();

    @AfterAll
    static void leave() {
        try (SITE) {
            VISIT.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> a_worksheet_is_filled_in_and_handed_in() {
        return Worksheets.ids()
                .filter(form -> !form.equals(NARROW))
                .map(form -> DynamicTest.dynamicTest(form, () -> {
                    Opened worksheet = Opened.afresh(PAGE, SITE, form, "language=en");
                    fillIn();
                    PAGE.keyboard().press("Enter");
                    PAGE.waitForFunction("() => document.activeElement.matches('h1')");
                    assertThat(worksheet.received().at("/kind").textValue()).isEqualTo("response");
                    assertThat(worksheet.received().at("/response/status").textValue())
                            .as("%s", worksheet.received())
                            .isEqualTo("completed");
                }));
    }

    @Test
    void what_has_to_be_looked_at_again_is_reached() {
        Opened.afresh(PAGE, SITE, NARROW, "language=en");
        fillIn();
        PAGE.keyboard().press("Enter");
        PAGE.waitForFunction("() => document.activeElement.id === 'summary'");
        assertThat(next()).startsWith("a ");
        PAGE.keyboard().press("Enter");
        assertThat(PAGE.evaluate("() => document.activeElement.getAttribute('aria-invalid')"))
                .isEqualTo("true");
        assertThat(PAGE.evaluate(IN_SIGHT)).isEqualTo("");
    }

    @Test
    void help_now_opens_and_closes_and_gives_the_focus_back() {
        Opened.afresh(PAGE, SITE, "phq-9", "language=en");
        PAGE.keyboard().press("Tab");
        PAGE.keyboard().press("Enter");
        assertThat(PAGE.locator("dialog[open]").count()).isOne();
        assertThat(PAGE.evaluate("() => document.activeElement.closest('dialog') !== null"))
                .isEqualTo(true);
        PAGE.keyboard().press("Escape");
        assertThat(PAGE.locator("dialog[open]").count()).isZero();
        assertThat(PAGE.evaluate("() => document.activeElement.matches('.helpnow')"))
                .isEqualTo(true);
    }

    /** From the top to the button that hands in, answering whatever comes. */
    private static void fillIn() {
        Set<String> answered = new HashSet<>();
        String at = next();
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            assertThat(PAGE.evaluate(IN_SIGHT))
                    .as("the focus after %d stops", stops)
                    .isEqualTo("");
            if (at.startsWith("hand in")) {
                return;
            }
            String before = at;
            if (answered.add(at)) {
                answer(at.substring(0, at.lastIndexOf(' ')));
                PAGE.evaluate(DRAWN);
                at = (String) PAGE.evaluate(FOCUSED);
                assertThat(at).as("the focus once %s was answered", before).doesNotStartWith("body");
            }
            if (at.equals(before)) {
                at = next();
            }
        }
        throw new AssertionError("The end of the form was not reached in " + MOST_STOPS + " stops");
    }

    private static String next() {
        PAGE.keyboard().press("Tab");
        String focused = (String) PAGE.evaluate(FOCUSED);
        assertThat(focused).as("what has the focus").doesNotStartWith("body");
        return focused;
    }

    private static void answer(String kind) {
        Keyboard keys = PAGE.keyboard();
        switch (kind) {
            case "text", "textarea" -> keys.type("4");
            case "url" -> keys.type("https://example.org/");
            case "date" -> keys.type("03032026"); // Day first or month first.
            case "time" -> keys.type("0930PM");
            case "range" -> keys.press("ArrowRight");
            case "radio", "checkbox" -> keys.press("Space");
            case "select" -> keys.press("ArrowDown");
            case "press" -> keys.press("Enter");
            case "canvas" ->
                Stream.of("Space", "ArrowRight", "ArrowDown", "Space").forEach(keys::press);
            default -> {
                // A button or a link that answers nothing.
            }
        }
    }
}
