package org.cbthomework.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
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

/** What a patient sees: where the words are kept, what has to be looked at again, the language, a small screen, paper. */
@Tag("browser")
class PatientTest {

    /** Words that Spanish and English have in common. */
    private static final Set<String> SAME_IN_BOTH = Set.of("No");

    private static final String LINES = """
            () => {
              const article = document.querySelector('article.worksheet');
              const names = [...article.querySelectorAll('[aria-label], [placeholder], [alt], [title], [aria-valuetext]')].flatMap(each =>
                ['aria-label', 'placeholder', 'alt', 'title', 'aria-valuetext'].flatMap(name => each.getAttribute(name) ?? []));
              const options = [...article.querySelectorAll('option')].map(option => option.textContent);
              return [...article.innerText.split('\\n'), ...names, ...options].map(line => line.trim()).filter(line => /\\p{L}{2}/u.test(line));
            }""";

    /** The smallest side of a target, by WCAG; words within a sentence are exempt. */
    private static final String TOO_SMALL = """
            () => [...document.querySelectorAll('.worksheet :is(a[href], button, input, select, textarea, summary)')]
              .filter(each => each.checkVisibility() && getComputedStyle(each).display !== 'inline')
              .map(each => each.matches('[type=radio], [type=checkbox], [type=file], .sr') ? each.closest('label') ?? each : each)
              .filter(each => { const { width, height } = each.getBoundingClientRect(); return height < 43.5 || width < 43.5; })
              .map(each => { const { width, height } = each.getBoundingClientRect();
                return Math.round(width) + ' x ' + Math.round(height) + ' ' + each.outerHTML.slice(0, 160); })""";

    private static final Site SITE = Worksheets.site();
    private static final Visit PHONE =
            new Visit(new Browser.NewContextOptions().setViewportSize(320, 640), Worksheets::isHostileMarkupHeldBack);
    private static final Page PAGE = PHONE.page();

    @AfterAll
    static void leave() {
        try (SITE) {
            PHONE.close();
        }
    }

    @Test
    void what_was_taken_is_told_to_be_saved_and_nothing_else() {
        Opened worksheet = Opened.on(PAGE, SITE, "thought-record-5", "language=en&server=slow");
        type(worksheet, "one");
        status(worksheet, "Saving…");
        status(worksheet, "Saved ");
        assertThat(worksheet.received().toString()).contains("one");
    }

    @Test
    void what_is_kept_on_the_device_is_not_told_to_be_sent() {
        Opened worksheet = Opened.on(PAGE, SITE, "thought-record-5", "language=en&server=offline");
        type(worksheet, "one");
        status(worksheet, "Kept on this device since");
    }

    @Test
    void what_could_not_be_saved_stays_and_is_tried_again() {
        Opened worksheet = Opened.on(PAGE, SITE, "thought-record-5", "language=en&server=fails");
        type(worksheet, "one");
        status(worksheet, "Not saved yet.");
        worksheet.handIn();
        worksheet.worksheet().getByText("It could not be handed in just now.").waitFor();
        assertThat(worksheet.worksheet().locator("textarea").first().inputValue()).isEqualTo("one");
        PAGE.evaluate("() => { window.demo.clinic.server = 'works'; }");
        worksheet.handIn();
        worksheet.worksheet().locator("h1").getByText("Thank you").waitFor();
        assertThat(worksheet.received().at("/kind").textValue()).isEqualTo("response");
    }

    @TestFactory
    Stream<DynamicTest> each_problem_has_a_link_that_leads_to_it() {
        return Stream.of("every-type", "limits", "sleep-diary").map(form -> DynamicTest.dynamicTest(form, () -> {
            Opened worksheet = Opened.on(PAGE, SITE, form, "language=en").resume(Worksheets.example(form));
            assertThat(worksheet.spoil()).isTrue();
            worksheet.handIn();
            PAGE.waitForFunction("() => document.activeElement.id === 'summary'");
            List<Locator> links = worksheet.worksheet().locator(".summary a").all();
            assertThat(links).isNotEmpty();
            for (Locator link : links) {
                String target = String.valueOf(link.getAttribute("href")).substring(1);
                link.click();
                assertThat(PAGE.evaluate("() => document.activeElement.id")).isEqualTo(target);
                assertThat(PAGE.evaluate("() => document.activeElement.getAttribute('aria-invalid')"))
                        .isEqualTo("true");
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> no_page_mixes_english_and_spanish() {
        return Worksheets.ids("es").map(form -> DynamicTest.dynamicTest(form, () -> {
            Set<String> english = lines(form, "en");
            Set<String> spanish = lines(form, "es");
            assertThat(spanish).hasSizeGreaterThan(5);
            english.retainAll(spanish);
            english.removeAll(SAME_IN_BOTH);
            assertThat(english).isEmpty();
        }));
    }

    @Test
    void every_worksheet_of_the_library_speaks_spanish() {
        assertThat(Worksheets.ids("es").toList())
                .containsAll(Worksheets.ids().filter(Worksheets::isInLibrary).toList());
    }

    @Test
    void arabic_runs_from_right_to_left() {
        Opened worksheet = Opened.on(PAGE, SITE, "arabic", "language=ar");
        assertThat(worksheet.worksheet().getAttribute("dir")).isEqualTo("rtl");
        assertThat(worksheet.worksheet().getAttribute("lang")).isEqualTo("ar");
        assertThat(worksheet.worksheet().evaluate("article => getComputedStyle(article).direction"))
                .isEqualTo("rtl");
    }

    @TestFactory
    Stream<DynamicTest> a_small_phone_needs_no_scrolling_sideways_and_every_target_is_large() {
        return Worksheets.ids().map(form -> DynamicTest.dynamicTest(form, () -> {
            Opened.on(PAGE, SITE, form, "language=" + (form.equals("arabic") ? "ar" : "es"))
                    .resume(Worksheets.example(form))
                    .unfold();
            assertThat(PAGE.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(320);
            assertThat(PAGE.evaluate(TOO_SMALL)).isEqualTo(List.of());
        }));
    }

    @Test
    void paper_shows_the_questions_and_the_answers_and_no_button() {
        Opened worksheet = Opened.on(PAGE, SITE, "thought-record-5", "language=en&state=complete");
        PAGE.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        try {
            assertThat(worksheet.worksheet().locator("button:visible").count()).isZero();
            assertThat(worksheet.worksheet().locator("textarea").first().isVisible()).isTrue();
            assertThat(worksheet.worksheet().locator("h1").isVisible()).isTrue();
            assertThat(PAGE.pdf()).isNotEmpty();
        } finally {
            PAGE.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    private static void type(Opened worksheet, String text) {
        worksheet.worksheet().locator("textarea").first().fill(text);
    }

    private static void status(Opened worksheet, String beginning) {
        worksheet.worksheet()
                .locator(".saved [role=status]")
                .filter(new Locator.FilterOptions().setHasText(beginning))
                .waitFor();
    }

    @SuppressWarnings("unchecked")
    private static Set<String> lines(String form, String language) {
        Opened worksheet = Opened.on(PAGE, SITE, form, "language=" + language).unfold();
        assertThat(worksheet.worksheet().getAttribute("lang")).isEqualTo(language);
        return new TreeSet<>((List<String>) PAGE.evaluate(LINES));
    }
}
