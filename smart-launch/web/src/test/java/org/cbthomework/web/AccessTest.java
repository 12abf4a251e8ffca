package org.cbthomework.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cbthomework.web.browser.Axe;
import org.cbthomework.web.browser.Site;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No worksheet keeps anybody out, in any state, in light and dark. */
@Tag("browser")
class AccessTest {

    private static final Site SITE = Worksheets.site();
    /** Without motion, so that no colour is measured on its way to another. */
    private static final Visit VISIT = new Visit(
            new Browser.NewContextOptions().setViewportSize(390, 844).setReducedMotion(ReducedMotion.REDUCE),
            Worksheets::isHostileMarkupHeldBack);

    private static final Page PAGE = VISIT.page();

    static {
        Axe.into(PAGE);
    }

    @AfterAll
    static void leave() {
        try (SITE) {
            VISIT.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> empty_unfolded_answered_with_problems_and_handed_in() {
        return each("en", form -> {
            List<String> found = new ArrayList<>();
            Opened worksheet = Opened.on(PAGE, SITE, form, "language=en");
            look("empty", found);
            worksheet.resume(Worksheets.example(form)).unfold();
            look("answered and unfolded", found);
            if (worksheet.spoil()) {
                worksheet.handIn();
                worksheet.settled();
                look("with problems", found);
                worksheet.resume(Worksheets.example(form));
            }
            worksheet.handIn();
            PAGE.waitForFunction("() => window.demo.received.some(each => each.kind === 'response')");
            look("handed in", found);
            assertThat(found).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> in_spanish() {
        return each("es", form -> {
            List<String> found = new ArrayList<>();
            Opened.on(PAGE, SITE, form, "language=es")
                    .resume(Worksheets.example(form))
                    .unfold();
            look("in Spanish", found);
            assertThat(found).isEmpty();
        });
    }

    @Test
    void from_right_to_left() {
        List<String> found = new ArrayList<>();
        Opened worksheet = Opened.on(PAGE, SITE, "arabic", "language=ar");
        assertThat(worksheet.worksheet().getAttribute("dir")).isEqualTo("rtl");
        look("empty", found);
        worksheet.resume(Worksheets.example("arabic")).unfold();
        look("answered", found);
        worksheet.spoil();
        worksheet.handIn();
        worksheet.settled();
        look("with problems", found);
        assertThat(found).isEmpty();
    }

    @Test
    void with_numbers_to_call_shown() {
        List<String> found = new ArrayList<>();
        JsonNode thoughtsOfDeath = Worksheets.parse(Worksheets.example("phq-9").toString());
        Opened worksheet = Opened.on(PAGE, SITE, "phq-9", "language=en").resume(thoughtsOfDeath);
        PAGE.locator("[id$=item-9]")
                .first()
                .evaluate("radio => radio.closest('.picks').querySelectorAll('input')[3].click()");
        worksheet.settled();
        assertThat(worksheet.worksheet().locator(".crisis [role=alert]").count())
                .isPositive();
        look("crisis", found);
        PAGE.locator(".helpnow").click();
        look("help now", found);
        assertThat(found).isEmpty();
    }

    @Test
    void when_nothing_can_be_saved() {
        List<String> found = new ArrayList<>();
        Opened worksheet = Opened.on(PAGE, SITE, "thought-record-5", "language=en&server=fails&state=complete");
        worksheet.worksheet().locator("textarea").first().fill("one more word");
        worksheet.worksheet().locator(".not-kept").waitFor();
        look("not saved", found);
        worksheet.handIn();
        worksheet.worksheet().locator(".alert-place:not(:empty)").waitFor();
        look("not taken", found);
        assertThat(found).isEmpty();
    }

    @Test
    void a_barrier_would_be_found_in_the_light_and_in_the_dark() {
        List<String> found = new ArrayList<>();
        Opened.on(PAGE, SITE, "gad-7", "language=en").worksheet().evaluate("""
                article => {
                  const picture = document.createElement('img');
                  picture.src = 'data:,';
                  const note = document.createElement('p');
                  note.textContent = 'hard to read';
                  note.style.color = 'color-mix(in srgb, var(--ground), var(--ink) 20%)';
                  article.append(picture, note);
                }""");
        look("spoilt", found);
        assertThat(found)
                .anyMatch(each -> each.startsWith("spoilt, image-alt"))
                .anyMatch(each -> each.startsWith("spoilt, color-contrast"))
                .anyMatch(each -> each.startsWith("spoilt in the dark, color-contrast"));
    }

    @Test
    void the_demo_around_it() {
        List<String> found = new ArrayList<>();
        PAGE.navigate(SITE.at("/demo/?form=gad-7"));
        new Opened(PAGE).settled();
        look("demo", found);
        assertThat(found).isEmpty();
    }

    private interface Claim {
        void about(String form);
    }

    private static Stream<DynamicTest> each(String language, Claim claim) {
        return Worksheets.ids(language).map(form -> DynamicTest.dynamicTest(form, () -> claim.about(form)));
    }

    private static void look(String state, List<String> found) {
        Axe.violations(PAGE).forEach(each -> found.add(state + ", " + each));
        PAGE.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Axe.violationsByColour(PAGE).forEach(each -> found.add(state + " in the dark, " + each));
        PAGE.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
