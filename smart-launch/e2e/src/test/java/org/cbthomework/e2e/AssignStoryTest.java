package org.cbthomework.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cbthomework.web.browser.Axe;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A clinician assigns homework in the session, and the patient finds it. */
@Tag("e2e")
class AssignStoryTest {

    private static final Practice PRACTICE = Practice.open();
    private static final int MOST_INTERACTIONS = 6;

    @Test
    void the_common_case_takes_few_interactions_and_the_patient_finds_it_today() throws InterruptedException {
        String assignment;
        try (Visit visit = wide(ColorScheme.LIGHT)) {
            Page page = visit.page();
            library(page, "Demo New");
            page.evaluate("() => sessionStorage.clear()");

            entry(page, "breathing space").click();
            page.waitForSelector("article.worksheet");
            page.locator("label", containing("Every day")).first().click();
            page.locator(".seg label").nth(8).click();
            page.locator("label", containing("Agreed")).click();
            page.locator(".plan button").click();
            page.waitForURL(address -> address.endsWith("/"));

            assertThat(counted(page)).isBetween(1, MOST_INTERACTIONS);
            assertThat(page.locator("[role=status]").first().innerText())
                    .isEqualTo("Assigned: S.O.B.E.R. breathing space (Every day).");
            assertThat(page.locator("article.job h3").allInnerTexts()).contains("S.O.B.E.R. breathing space");
            page.reload();
            assertThat(page.locator("[role=status]").count()).isZero();
            assignment = breathing("demo-new").get(0).path("id").asText();
        }
        awaitOccasions(assignment);
        try (Visit visit = new Visit()) {
            new Portal(visit.page()).enter(PRACTICE, "demo-new");

            assertThat(visit.page().locator("main").innerText())
                    .containsPattern("S\\.O\\.B\\.E\\.R\\.|Four-minute pause");
        }
    }

    @Test
    void by_keys_alone_a_worksheet_is_chosen_planned_and_assigned() {
        try (Visit visit = wide(ColorScheme.LIGHT)) {
            Page page = visit.page();
            library(page, "Demo Measures");
            page.locator("#q").focus();
            page.keyboard().type("wave");
            page.keyboard().press("Enter");
            page.waitForURL(address -> address.contains("q=wave"));
            tabTo(page, "document.activeElement.matches('.lib a')");
            page.keyboard().press("Enter");
            page.waitForSelector("article.worksheet");

            tabTo(page, "document.activeElement.id === 'plan-why'");
            page.keyboard().type(" By keys.");
            tabTo(page, "document.activeElement.name === 'confidence'");
            page.keyboard().press("Space");
            tabTo(page, "document.activeElement.matches('.plan button')");
            page.keyboard().press("Enter");

            page.waitForURL(address -> address.endsWith("/"));
            assertThat(page.locator("[role=status]").first().innerText()).contains("Urge surfing", "agree first");
        }
    }

    @Test
    void what_is_wrong_is_told_first_and_nothing_that_was_written_is_lost() {
        try (Visit visit =
                new Visit(new Browser.NewContextOptions().setViewportSize(1280, 800), wrong -> wrong.contains("422"))) {
            Page page = visit.page();
            library(page, "Demo Quota");
            entry(page, "Sleep diary").click();
            page.locator("#plan-if").fill("a bad night");
            page.locator(".seg label").nth(4).click();
            page.locator(".plan button").click();

            assertThat(page.locator("[role=alert] a").allInnerTexts())
                    .containsExactly(
                            "A backup plan has two halves: if this comes between, then do that. Write both, or neither.",
                            "Choose a smaller dose, or keep it as planned.");
            page.waitForFunction("() => document.activeElement.matches('[role=alert]')");
            assertThat(page.locator("#plan-if").inputValue()).isEqualTo("a bad night");
            assertThat(page.locator(".smaller input:visible").count()).isEqualTo(4);
            assertThat(page.locator(".smaller input:checked").count()).isZero();
        }
    }

    @Test
    void the_preview_is_tried_and_keeps_nothing() {
        try (Visit visit = wide(ColorScheme.LIGHT)) {
            Page page = visit.page();
            library(page, "Demo Decaying");
            entry(page, "five columns").click();
            page.waitForSelector("article.worksheet");
            int before = PRACTICE.ask("QuestionnaireResponse?patient=demo-decaying&_summary=count")
                    .path("total")
                    .asInt();

            page.locator(".paper textarea").first().fill("only tried");
            page.locator(".paper .btn.main").last().click();
            page.locator(".paper h1").getByText("Thank you").waitFor();

            assertThat(PRACTICE.ask("QuestionnaireResponse?patient=demo-decaying&_summary=count")
                            .path("total")
                            .asInt())
                    .isEqualTo(before);
        }
    }

    @Test
    void a_worksheet_in_other_words_is_taken_by_the_server_and_planned() {
        try (Visit visit = wide(ColorScheme.LIGHT)) {
            Page page = visit.page();
            Axe.into(page);
            library(page, "Demo Dose");
            entry(page, "three columns").click();
            page.waitForSelector("article.worksheet");
            page.getByText("Tailor the text").click();
            page.locator("#plan-title").fill("Thoughts on the bus");
            page.locator("#plan-patient-title").fill("A thought on the bus");
            page.locator("label", containing("Leave out")).first().click();
            assertThat(Axe.violations(page)).as("tailoring").isEmpty();
            fits(page);
            page.locator(".plan button").click();

            page.locator(".paper h1").getByText("A thought on the bus").waitFor();
            assertThat(page.locator("h1").first().innerText()).isEqualTo("Assign: Thoughts on the bus");
            page.locator(".plan button").click();
            page.waitForURL(address -> address.endsWith("/"));

            assertThat(page.locator("[role=status]").first().innerText()).contains("Thoughts on the bus");
        }
    }

    @Test
    void neither_page_keeps_anybody_out() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (Visit each : List.of(wide(scheme), narrow(scheme))) {
                try (Visit visit = each) {
                    Page page = visit.page();
                    Axe.into(page);
                    library(page, "Demo Several");
                    assertThat(Axe.violations(page)).as("the library").isEmpty();
                    fits(page);
                    entry(page, "five columns").click();
                    page.waitForSelector(".plan");
                    page.locator(".seg label").nth(4).click();
                    page.evaluate("() => document.querySelector('#preview').open = true");
                    page.waitForSelector("article.worksheet");
                    assertThat(Axe.violations(page)).as("the plan").isEmpty();
                    fits(page);
                }
            }
        }
    }

    private static void fits(Page page) {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    /** Opens the library for a patient; from there on, each click and each field that is typed in is counted. */
    private static void library(Page page, String patient) {
        page.addInitScript("""
                addEventListener('pointerdown', () => sessionStorage.setItem('acts', 1 + Number(sessionStorage.getItem('acts'))), true);
                addEventListener('change', ({ target }) => {
                  if (target.matches('textarea, select, input:not([type=radio], [type=checkbox])')) {
                    sessionStorage.setItem('acts', 1 + Number(sessionStorage.getItem('acts')));
                  }
                }, true);""");
        page.navigate(PRACTICE.address());
        page.locator("button[name=username][value=" + clinicianOf(patient) + "]")
                .click();
        page.locator("li, tr, article", containing(patient))
                .locator("button")
                .first()
                .click();
        page.waitForURL(address -> address.contains("/l/"));
        page.getByText("Assign homework").click();
        page.waitForSelector(".lib");
    }

    private static String clinicianOf(String patient) {
        String id = patient.toLowerCase(Locale.ROOT).replace(' ', '-');
        return PRACTICE.ask("CarePlan/" + id + "-plan")
                .at("/author/reference")
                .asText()
                .replace("Practitioner/", "");
    }

    private static int counted(Page page) {
        return ((Number) page.evaluate("() => Number(sessionStorage.getItem('acts'))")).intValue();
    }

    private static Locator entry(Page page, String title) {
        return page.locator(".lib a", containing(title)).first();
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void tabTo(Page page, String isThere) {
        for (int pressed = 0; pressed < 300; pressed++) {
            if (Boolean.TRUE.equals(page.evaluate("() => " + isThere))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The tab key does not lead to where " + isThere);
    }

    private static List<JsonNode> breathing(String patient) {
        return entries("ServiceRequest?patient=" + patient + "&_sort=-_lastUpdated")
                .filter(each -> each.toString().contains("Questionnaire/breathing-space|"))
                .toList();
    }

    /** The server publishes a moment after the order was stored. */
    private static void awaitOccasions(String assignment) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < end) {
            if (entries("Task?based-on=ServiceRequest/" + assignment).findAny().isPresent()) {
                return;
            }
            Thread.sleep(250);
        }
        throw new AssertionError("No Task of " + assignment + " was published");
    }

    private static Stream<JsonNode> entries(String search) {
        return StreamSupport.stream(PRACTICE.ask(search).path("entry").spliterator(), false)
                .map(entry -> entry.get("resource"));
    }

    private static Visit wide(ColorScheme scheme) {
        return new Visit(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(scheme));
    }

    private static Visit narrow(ColorScheme scheme) {
        return new Visit(
                new Browser.NewContextOptions().setViewportSize(320, 640).setColorScheme(scheme));
    }
}
