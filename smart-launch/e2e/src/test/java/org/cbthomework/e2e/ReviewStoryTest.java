package org.cbthomework.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cbthomework.web.browser.Axe;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A clinician reads what was handed in, and pauses, resumes, changes and stops homework. */
@Tag("e2e")
class ReviewStoryTest {

    private static final Practice PRACTICE = Practice.open();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Test
    void a_response_is_read_beside_the_one_before_it_and_beside_any_other() {
        try (Visit visit = screen(1280, ColorScheme.LIGHT)) {
            Page page = visit.page();
            chart(page, "demo-clinician-one", "Demo Dropout");
            page.locator(".handed-in a").first().click();
            page.waitForURL(address -> address.contains("/response/"));
            String own = id(page.url());
            List<String> earlier = handedIn("demo-dropout");

            assertThat(earlier.get(0)).isEqualTo(own);
            assertThat(page.locator(".side thead th").count()).isEqualTo(3);
            assertThat(id(page.locator(".side thead a").getAttribute("href"))).isEqualTo(earlier.get(1));
            assertThat(answers(page, 0)).isEqualTo(scores(own));
            assertThat(answers(page, 1)).isEqualTo(scores(earlier.get(1)));

            page.locator("#beside").selectOption(earlier.get(4));
            page.locator(".compare button").click();
            page.waitForURL(address -> address.contains("beside=" + earlier.get(4)));
            assertThat(answers(page, 0)).isEqualTo(scores(own));
            assertThat(answers(page, 1)).isEqualTo(scores(earlier.get(4)));

            page.locator(".side thead a").click();
            page.waitForURL(address -> address.endsWith("/response/" + earlier.get(4)));
            assertThat(answers(page, 0)).isEqualTo(scores(earlier.get(4)));
            page.locator(".back").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Demo Dropout");
        }
    }

    @Test
    void paused_homework_is_due_to_nobody_until_it_is_resumed() throws InterruptedException {
        try (Visit clinician = screen(1280, ColorScheme.LIGHT);
                Visit patient = new Visit()) {
            Page page = clinician.page();
            chart(page, "demo-clinician-one", "Demo Dropout");
            String counted = page.locator("article.job .counts").innerText();
            new Portal(patient.page()).enter(PRACTICE, "demo-dropout");
            assertThat(new Portal(patient.page()).due().count()).isPositive();

            act(page, "Pause");
            page.locator("#from").fill(LocalDate.now(BERLIN).minusDays(3).toString());
            submit(page);

            assertThat(page.locator("[role=status]").innerText()).isEqualTo("The homework is paused.");
            assertThat(page.locator("article.job .told").innerText()).startsWith("Paused since ");
            await(() -> due(patient.page()) == 0);
            assertThat(patient.page().locator("main").innerText()).contains("Nothing is due today.");

            act(page, "Resume");
            submit(page);

            assertThat(page.locator("[role=status]").innerText()).isEqualTo("The homework goes on.");
            assertThat(page.locator("article.job .told").count()).isZero();
            await(() -> due(patient.page()) > 0);
            page.reload();
            assertThat(page.locator("article.job .counts").innerText()).isNotEqualTo(counted);
            assertThat(page.locator("article.job .calendar .g.excused").count()).isEqualTo(3);
        }
    }

    @Test
    void another_dose_is_told_as_the_same_assignment_and_keeps_what_was_counted() {
        try (Visit visit = screen(1280, ColorScheme.LIGHT)) {
            Page page = visit.page();
            chart(page, "demo-clinician-two", "Demo Paused");
            String counted = page.locator("article.job .counts").innerText();
            LocalDate tomorrow = LocalDate.now(MADRID).plusDays(1);

            act(page, "Change");
            page.getByText("On certain days").click();
            for (Locator day : page.locator("#days input").all()) {
                day.setChecked(List.of("MONDAY", "THURSDAY").contains(day.getAttribute("value")));
            }
            page.locator("#from").fill(tomorrow.toString());
            submit(page);

            assertThat(page.locator("[role=status]").innerText()).isEqualTo("The homework was changed.");
            assertThat(page.locator("article.job").count()).isOne();
            assertThat(page.locator("article.job .counts").innerText()).isEqualTo(counted);
            assertThat(page.locator("article.job .job-head").innerText()).contains("on Mon and Thu");
            List<JsonNode> orders =
                    entries("ServiceRequest?patient=demo-paused").toList();
            assertThat(orders).hasSize(2);
            assertThat(orders.get(0).get("requisition"))
                    .isNotNull()
                    .isEqualTo(orders.get(1).get("requisition"));
            assertThat(orders)
                    .extracting(order -> order.at("/replaces/0/reference").asText())
                    .containsExactlyInAnyOrder("", "ServiceRequest/demo-paused-diary");
        }
    }

    @Test
    void by_keys_alone_homework_is_stopped_with_a_reason() {
        try (Visit visit = screen(1280, ColorScheme.LIGHT)) {
            Page page = visit.page();
            chart(page, "demo-clinician-one", "Demo Never");
            String counted = page.locator("article.job .counts").textContent();
            tabTo(page, "document.activeElement.matches('.acts a[href$=\"/stop\"]')");
            page.keyboard().press("Enter");
            page.waitForURL(address -> address.endsWith("/stop"));
            tabTo(page, "document.activeElement.name === 'end'");
            page.keyboard().press("ArrowDown");
            tabTo(page, "document.activeElement.id === 'reason'");
            page.keyboard().type("Demo: something smaller first");
            tabTo(page, "document.activeElement.matches('.btn.main')");
            page.keyboard().press("Enter");
            page.waitForURL(address -> address.endsWith("/"));

            assertThat(page.locator("[role=status]").innerText()).isEqualTo("The homework has ended.");
            assertThat(page.locator("article.job:visible").count()).isZero();
            tabTo(page, "document.activeElement.matches('.past > summary')");
            page.keyboard().press("Enter");
            assertThat(page.locator(".past article.job").innerText()).contains("Demo: something smaller first");
            assertThat(page.locator(".past article.job .counts").textContent()).isEqualTo(counted);
            assertThat(entries("ServiceRequest?patient=demo-never"))
                    .extracting(order -> order.at("/status").asText())
                    .containsExactly("revoked");
        }
    }

    @Test
    void a_form_that_cannot_be_taken_says_where_and_keeps_what_was_typed() {
        try (Visit visit =
                new Visit(new Browser.NewContextOptions().setViewportSize(1280, 800), wrong -> wrong.contains("422"))) {
            Page page = visit.page();
            Axe.into(page);
            chart(page, "demo-clinician-two", "Demo Urges");
            act(page, "Change");
            page.locator("#instruction").fill("wherever you are");
            page.locator("#last-day").fill("2020-01-01");
            page.locator("form .btn.main").click();

            Locator trouble = page.locator("[role=alert] a");
            assertThat(trouble.allInnerTexts())
                    .containsExactly("The last day is before the first; choose a later one.");
            page.waitForFunction("() => document.activeElement.matches('[role=alert]')");
            assertThat(Axe.violations(page)).isEmpty();
            trouble.click();
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("last-day");
            assertThat(page.locator("#instruction").inputValue()).isEqualTo("wherever you are");
        }
    }

    @Test
    void no_page_of_a_clinician_keeps_anybody_out_in_either_language() {
        keepsNobodyOut(screen(1280, ColorScheme.LIGHT), "Pause");
        keepsNobodyOut(screen(320, ColorScheme.DARK), "Pause");
        keepsNobodyOut(
                new Visit(new Browser.NewContextOptions()
                        .setViewportSize(320, 640)
                        .setLocale("es")),
                "Pausar");
    }

    private static void keepsNobodyOut(Visit each, String pause) {
        try (Visit visit = each) {
            Page page = visit.page();
            Axe.into(page);
            chart(page, "demo-clinician-two", "Demo Measures");
            String homework = page.url();
            isOpenToAll(page);
            assertThat(page.locator(".acts a").allInnerTexts()).contains(pause);
            page.locator(".handed-in a").first().click();
            page.waitForURL(address -> address.contains("/response/"));
            isOpenToAll(page);
            for (String act : List.of("change", "pause", "stop")) {
                page.navigate(homework);
                page.locator(".acts a[href$='/" + act + "']").first().click();
                page.waitForURL(address -> address.endsWith("/" + act));
                assertThat(page.locator("main").innerText()).contains("Demo Measures");
                isOpenToAll(page);
            }
        }
    }

    private static void isOpenToAll(Page page) {
        assertThat(Axe.violations(page)).as(page.url()).isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits", page.url())
                .isEqualTo(true);
        assertThat(page.locator("main").innerText()).doesNotContain("??", "null");
    }

    private static void chart(Page page, String clinician, String patient) {
        page.navigate(PRACTICE.address());
        page.locator("button[name=username][value=" + clinician + "]").click();
        page.locator("[aria-label='Open homework of " + patient + "']").click();
        page.waitForURL(address -> address.contains("/l/"));
        assertThat(page.locator("h1").innerText()).isEqualTo(patient);
    }

    private static void act(Page page, String act) {
        page.locator("article.job .acts a")
                .getByText(act, new Locator.GetByTextOptions().setExact(true))
                .click();
        page.waitForURL(address -> address.contains("/assignment/"));
    }

    private static void submit(Page page) {
        page.locator("form .btn.main").click();
        page.waitForURL(address -> address.endsWith("/"));
    }

    private static int due(Page today) {
        today.reload();
        return new Portal(today).due().count();
    }

    /** The server publishes a moment after an order was stored. */
    private static void await(BooleanSupplier isSo) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(end);
            Thread.sleep(250);
        }
    }

    private static void tabTo(Page page, String isThere) {
        for (int pressed = 0; pressed < 300; pressed++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("() => " + isThere))) {
                return;
            }
        }
        throw new AssertionError("No tab leads to where " + isThere);
    }

    /** The ratings that a column shows, of this response or of the one beside it. */
    private static List<String> answers(Page page, int column) {
        return page.locator(".side tbody td:nth-of-type(" + (column + 1) + ") .scale b")
                .allInnerTexts();
    }

    /** The ratings that the record has of a response. */
    private static List<String> scores(String response) {
        JsonNode stored = PRACTICE.ask("QuestionnaireResponse/" + response);
        return Stream.of("anxiety-average", "anxiety-peak")
                .map(question -> StreamSupport.stream(stored.path("item").spliterator(), false)
                        .filter(item -> item.path("linkId").asText().equals(question))
                        .map(item -> item.at("/answer/0/valueInteger").asText())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** Ids, the newest first. */
    private static List<String> handedIn(String patient) {
        return entries("QuestionnaireResponse?patient=" + patient + "&_sort=-authored&_count=100")
                .map(response -> response.path("id").asText())
                .toList();
    }

    private static Stream<JsonNode> entries(String search) {
        return StreamSupport.stream(PRACTICE.ask(search).path("entry").spliterator(), false)
                .map(entry -> entry.get("resource"));
    }

    private static String id(String address) {
        return address.replaceFirst(".*/response/", "").replaceFirst("\\?.*", "");
    }

    private static Visit screen(int width, ColorScheme scheme) {
        return new Visit(
                new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme));
    }
}
