package org.cbthomework.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.cbthomework.web.browser.Site;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a patient sees: where the words are kept, what has to be looked at again, a small screen, paper. */
@Tag("browser")
class PatientTest {

    /** What is to be touched and has a side below 44 px; a link within a sentence may. */
    private static final String TOO_SMALL = """
            () => [...document.querySelectorAll('.worksheet :is(a[href], button, input, select, textarea, summary)')]
              .filter(each => each.checkVisibility() && getComputedStyle(each).display !== 'inline')
              .map(each => each.matches('[type=radio], [type=checkbox], [type=file], .sr') ? each.closest('label') ?? each : each)
              .filter(each => { const { width, height } = each.getBoundingClientRect(); return height < 43.5 || width < 43.5; })
              .map(each => { const { width, height } = each.getBoundingClientRect();
                return Math.round(width) + ' x ' + Math.round(height) + ' ' + each.outerHTML.slice(0, 160); })""";

    /** Boxes to type in at which a phone would zoom in. */
    private static final String ZOOMED_INTO = """
            () => [...document.querySelectorAll('.worksheet :is(input:not([type=radio], [type=checkbox], [type=range], [type=file]), select, textarea)')]
              .filter(each => each.checkVisibility() && parseFloat(getComputedStyle(each).fontSize) < 16)
              .map(each => getComputedStyle(each).fontSize + ' ' + each.outerHTML.slice(0, 160))""";

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
        assertThat(PAGE.evaluate(ZOOMED_INTO)).as(state).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({"every-type, Download the picture", "media, Download the file"})
    void a_file_without_a_name_is_called_what_it_is(String form, String name) {
        Opened worksheet = Opened.on(PAGE, SITE, form, "language=en").resume(Worksheets.example(form));
        assertThat(worksheet.worksheet().locator("a[download]").allInnerTexts()).containsExactly(name);
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
}
