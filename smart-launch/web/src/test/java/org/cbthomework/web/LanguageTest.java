package org.cbthomework.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cbthomework.web.browser.Site;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A page speaks one language, in every state, and that of the person where the worksheet has it. */
@Tag("browser")
class LanguageTest {

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
