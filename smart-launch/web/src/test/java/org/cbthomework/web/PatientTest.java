package org.cbthomework.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
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

    /** What Spanish and English have in common: a word, the sign of a unit, an address. */
    private static final Pattern SAME_IN_BOTH = Pattern.compile("No|(\\d+ )?min|tilo\\.example");

    /** All that is told in the page's language, by line: not what says that it is in another. */
    private static final String LINES = """
            () => {
              const article = document.querySelector('article.worksheet');
              const others = [...article.querySelectorAll('[lang]')].filter(each => each.lang !== article.lang);
              others.forEach(each => { each.style.display = 'none'; });
              const names = [...article.querySelectorAll('[aria-label], [placeholder], [alt], [title], [aria-valuetext]')].flatMap(each =>
                ['aria-label', 'placeholder', 'alt', 'title', 'aria-valuetext'].flatMap(name => each.getAttribute(name) ?? []));
              const options = [...article.querySelectorAll('option')].map(option => option.textContent);
              const lines = [...article.innerText.split('\\n'), ...names, ...options].map(line => line.trim());
              others.forEach(each => { each.style.display = ''; });
              return lines.filter(line => /\\p{L}{2}/u.test(line));
            }""";

    /** The kinds of text on the page that say they are in another language than the page. */
    private static final String IN_ANOTHER_LANGUAGE = """
            () => [...document.querySelectorAll('article.worksheet [lang]')]
              .filter(each => each.lang !== each.closest('article').lang).map(each => each.className)""";

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
        assertThat(worksheet.worksheet().locator("textarea").first().inputValue())
                .isEqualTo("one");
        PAGE.evaluate("() => { window.demo.clinic.server = 'works'; }");
        worksheet.handIn();
        worksheet.worksheet().locator("h1").getByText("Thank you").waitFor();
        assertThat(worksheet.received().at("/kind").textValue()).isEqualTo("response");
    }

    @TestFactory
    Stream<DynamicTest> each_problem_has_a_link_that_leads_to_it() {
        return Stream.of("every-type", "limits", "sleep-diary")
                .map(form -> DynamicTest.dynamicTest(form, () -> {
                    Opened worksheet =
                            Opened.on(PAGE, SITE, form, "language=en").resume(Worksheets.example(form));
                    assertThat(worksheet.spoil()).isTrue();
                    worksheet.handIn();
                    PAGE.waitForFunction("() => document.activeElement.id === 'summary'");
                    List<Locator> links =
                            worksheet.worksheet().locator(".summary a").all();
                    assertThat(links).isNotEmpty();
                    for (Locator link : links) {
                        String target =
                                String.valueOf(link.getAttribute("href")).substring(1);
                        link.click();
                        assertThat(PAGE.evaluate("() => document.activeElement.id"))
                                .isEqualTo(target);
                        assertThat(PAGE.evaluate("() => document.activeElement.getAttribute('aria-invalid')"))
                                .isEqualTo("true");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> no_page_mixes_english_and_spanish() {
        return Worksheets.ids("es")
                .map(form -> DynamicTest.dynamicTest(form, () -> {
                    Set<String> english = lines(form, "en", "en");
                    Set<String> spanish = lines(form, "es", "es");
                    assertThat(spanish).hasSizeGreaterThan(5);
                    english.retainAll(spanish);
                    english.removeIf(SAME_IN_BOTH.asMatchPredicate());
                    String answers = Worksheets.example(form).toString();
                    english.removeIf(line ->
                            answers.contains("\"title\":\"" + line + "\"")); // The patient's name for a picture.
                    assertThat(english).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_measure_without_an_official_translation_is_english_whole() {
        return Worksheets.ENGLISH_ONLY.stream()
                .map(form -> DynamicTest.dynamicTest(form, () -> {
                    Set<String> english = withoutContacts(lines(form, "en", "en"));
                    assertThat(withoutContacts(lines(form, "es", "en")))
                            .hasSizeGreaterThan(5)
                            .isEqualTo(english);
                }));
    }

    @Test
    void every_other_worksheet_of_the_library_speaks_spanish() {
        assertThat(Stream.concat(Worksheets.ids("es"), Worksheets.ENGLISH_ONLY.stream()))
                .containsExactlyInAnyOrderElementsOf(
                        Worksheets.ids().filter(Worksheets::isInLibrary).toList());
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
        return Worksheets.ids()
                .map(form -> DynamicTest.dynamicTest(form, () -> {
                    Opened worksheet = Opened.on(
                            PAGE, SITE, form, "state=draft&language=" + (form.equals("arabic") ? "ar" : "es"));
                    fits("begun");
                    worksheet.resume(Worksheets.example(form)).unfold();
                    fits("answered and unfolded");
                    if (worksheet.spoil()) {
                        worksheet.handIn();
                        worksheet.settled();
                        fits("with problems");
                    }
                }));
    }

    private static void fits(String state) {
        assertThat(PAGE.evaluate("() => document.documentElement.scrollWidth"))
                .as(state)
                .isEqualTo(320);
        assertThat(PAGE.evaluate(TOO_SMALL)).as(state).isEqualTo(List.of());
    }

    @Test
    void what_an_author_formats_is_shown_and_does_no_harm() {
        Opened worksheet = Opened.on(PAGE, SITE, "rich-text", "language=en");
        PAGE.waitForFunction("() => document.querySelector('.worksheet .rich b, .worksheet .rich strong')");
        worksheet.unfold();
        Locator formatted = worksheet.worksheet().locator(".rich *");
        assertThat(formatted.count()).isPositive();
        assertThat(formatted.evaluateAll("all => all.map(each => each.localName)"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("p", "a")
                .isSubsetOf("p", "br", "b", "strong", "i", "em", "u", "ul", "ol", "li", "blockquote", "span", "a");
        assertThat(formatted.evaluateAll("all => all.flatMap(each => each.getAttributeNames())"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isSubsetOf("href", "lang", "dir", "target", "rel");
        assertThat(formatted.evaluateAll("all => all.flatMap(each => each.getAttribute('href') ?? [])"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .allMatch(link -> link.toString().startsWith("https://"));
        assertThat(PAGE.title())
                .isEqualTo(Worksheets.questionnaire("rich-text").get("title").textValue());
    }

    @Test
    void paper_shows_the_questions_and_the_answers_and_no_button() {
        Opened worksheet = Opened.on(PAGE, SITE, "thought-record-5", "language=en&state=complete");
        PAGE.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        try {
            assertThat(worksheet.worksheet().locator("button:visible").count()).isZero();
            assertThat(worksheet.worksheet().locator("textarea").first().isVisible())
                    .isTrue();
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
        worksheet
                .worksheet()
                .locator(".saved [role=status]")
                .filter(new Locator.FilterOptions().setHasText(beginning))
                .waitFor();
    }

    /** All that a worksheet tells: empty, with answers, with problems, and handed in. */
    private static Set<String> lines(String form, String asked, String shown) {
        Opened worksheet = Opened.on(PAGE, SITE, form, "language=" + asked).unfold();
        assertThat(worksheet.worksheet().getAttribute("lang")).isEqualTo(shown);
        Set<String> lines = new TreeSet<>(lines());
        worksheet.resume(Worksheets.example(form)).unfold();
        lines.addAll(lines());
        if (worksheet.spoil()) {
            worksheet.handIn();
            worksheet.settled();
            lines.addAll(lines());
            worksheet.resume(Worksheets.example(form));
        }
        worksheet.handIn();
        worksheet.worksheet().locator("h1[tabindex]").waitFor();
        lines.addAll(lines());
        return lines;
    }

    @SuppressWarnings("unchecked")
    private static List<String> lines() {
        assertThat((List<String>) PAGE.evaluate(IN_ANOTHER_LANGUAGE))
                .as("only whose the words are may be told in another language")
                .isSubsetOf("body copyright");
        return (List<String>) PAGE.evaluate(LINES);
    }

    /** Whom to call is the clinic's to name, in the language of those who are called. */
    private static Set<String> withoutContacts(Set<String> lines) {
        for (Locator contact : PAGE.locator(".contacts a:visible").all()) {
            contact.innerText().lines().map(String::strip).forEach(lines::remove);
        }
        return lines;
    }
}
