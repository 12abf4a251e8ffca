package org.cbthomework.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.Set;
import org.cbthomework.web.browser.Site;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody needs a mouse: each worksheet is filled in and handed in by keys alone, and the focus is always in sight. */
@Tag("browser")
class KeyboardTest {

    private static final int MOST_STOPS = 400;

    /** What has the focus: its kind, and an id that stays; a page without focus is told as {@code body}. */
    private static final String FOCUSED = """
            () => {
              const at = document.activeElement;
              const kind = at.matches('.finish .btn.main') ? 'hand in' : at.matches('.btn') && /^Add another/.test(at.textContent) ? 'add'
                : at.matches('input') ? at.type : at.localName;
              at.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length);
              return kind + ' ' + at.dataset.stop;
            }""";

    /** Whether what has the focus, or the label around it, can be seen, is not covered, and shows that it has it. */
    private static final String IN_SIGHT = """
            () => {
              const at = document.activeElement;
              const seen = at.closest('label') ?? at;
              const { left, right, top, bottom } = seen.getBoundingClientRect();
              const inView = [.1, .5, .9].some(part => {
                const hit = document.elementFromPoint((left + right) / 2, top + (bottom - top) * part);
                return hit && (seen.contains(hit) || hit.contains(seen));
              });
              const isMarked = [at, seen].some(each => getComputedStyle(each).outlineStyle !== 'none'
                && parseFloat(getComputedStyle(each).outlineWidth) >= 2);
              return inView && isMarked ? '' : (inView ? 'unmarked: ' : 'out of sight: ') + seen.outerHTML.slice(0, 200);
            }""";

    @ParameterizedTest
    @CsvSource({
        "thought-record-5, completed",
        "phq-9, completed",
        "sleep-diary, completed",
        "repeats, ",
        "every-type, ",
    })
    void a_worksheet_is_filled_in_and_handed_in(String form, String status) {
        try (Site site = Worksheets.site();
                Visit visit = new Visit()) {
            Opened worksheet = Opened.on(visit.page(), site, form, "language=en");
            fillIn(visit.page());
            visit.page().keyboard().press("Enter");
            visit.page().waitForFunction("() => window.demo.received.some(each => each.kind === 'response')");
            assertThat(worksheet.received().at("/response/item").size()).isPositive();
            if (status != null) {
                assertThat(worksheet.received().at("/response/status").textValue()).isEqualTo(status);
            }
            visit.page().waitForFunction("() => document.activeElement.matches('h1')");
        }
    }

    @Test
    void help_now_opens_and_closes_and_gives_the_focus_back() {
        try (Site site = Worksheets.site();
                Visit visit = new Visit()) {
            Opened.on(visit.page(), site, "phq-9", "language=en");
            visit.page().keyboard().press("Tab");
            visit.page().keyboard().press("Enter");
            assertThat(visit.page().locator("dialog[open]").count()).isOne();
            visit.page().keyboard().press("Escape");
            assertThat(visit.page().locator("dialog[open]").count()).isZero();
            assertThat(visit.page().evaluate("() => document.activeElement.matches('.helpnow')"))
                    .isEqualTo(true);
        }
    }

    /** From the top to the button that hands in, answering whatever comes. */
    private static void fillIn(Page page) {
        Set<String> done = new HashSet<>();
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            page.keyboard().press("Tab");
            String focused = (String) page.evaluate(FOCUSED);
            assertThat(focused).as("what has the focus").doesNotStartWith("body");
            assertThat(page.evaluate(IN_SIGHT)).as("the focus after %d stops", stops).isEqualTo("");
            if (focused.startsWith("hand in")) {
                return;
            }
            if (done.add(focused)) {
                answer(page.keyboard(), focused.substring(0, focused.lastIndexOf(' ')), done);
                assertThat((String) page.evaluate(FOCUSED))
                        .as("the focus once %s was answered", focused)
                        .doesNotStartWith("body");
            }
        }
        throw new AssertionError("The end of the form was not reached in " + MOST_STOPS + " stops");
    }

    private static void answer(Keyboard keys, String kind, Set<String> done) {
        switch (kind) {
            case "text", "textarea" -> keys.type("4");
            case "url" -> keys.type("https://example.org/");
            case "date" -> keys.type("03312026");
            case "time" -> keys.type("0930PM");
            case "range" -> keys.press("ArrowRight");
            case "radio", "checkbox" -> keys.press("Space");
            case "select" -> keys.press("ArrowDown");
            case "add" -> {
                if (done.add("one more is enough")) {
                    keys.press("Enter");
                }
            }
            default -> {
                // A button or a link that answers nothing.
            }
        }
    }
}
