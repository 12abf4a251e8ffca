package org.cbthomework.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cbthomework.web.browser.Axe;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a patient says about homework, and sees of it, beside filling it in. */
@Tag("e2e")
class AgreeingStoryTest {

    private static final int FADED_MS = 1000;
    private static final Practice PRACTICE = Practice.open();
    private static final String EXTENSION = "https://w3id.org/cbt-homework/fhir/StructureDefinition/";

    @Test
    void suggested_homework_counts_from_when_the_patient_agrees() {
        try (Visit visit = phone()) {
            Page page = enter(visit, "demo-new");
            assertClean(page);
            page.getByText("See if it is right for you").click();
            page.locator("h1").getByText("thought").waitFor();
            page.waitForLoadState();
            assertThat(page.locator("main").innerText()).contains("3 times a week", "Why it helps");
            assertClean(page);

            page.getByText("Yes, I agree").click();
            page.getByText("It counts from now.").waitFor();
            page.waitForLoadState();

            assertThat(extension("ServiceRequest/demo-new-thoughts", "agreed")
                            .at("/valueDateTime")
                            .textValue())
                    .startsWith("20");
            assertThat(page.getByText("See if it is right for you").count()).isZero();
            visit.page().waitForCondition(() -> {
                page.reload();
                return page.locator(".quota").allInnerTexts().stream().anyMatch(quota -> quota.startsWith("0 of "));
            });
            assertClean(page);
        }
    }

    @Test
    void a_change_that_is_asked_for_reaches_the_order_and_nothing_is_due() {
        ObjectNode order = (ObjectNode) PRACTICE.ask("ServiceRequest/demo-quota-thoughts");
        order.remove("meta");
        order.put("id", "demo-quota-suggested");
        ((ArrayNode) order.get("extension"))
                .addObject()
                .put("url", EXTENSION + "agreement-requested")
                .put("valueBoolean", true);
        PRACTICE.store("ServiceRequest/demo-quota-suggested", order.toString());
        try (Visit visit = phone()) {
            Page page = enter(visit, "demo-quota");
            page.getByText("See if it is right for you").click();
            page.locator("h1").waitFor();
            page.waitForLoadState();
            page.locator("summary").getByText("Ask for a change").click();
            page.locator("#words").fill("Twice a week, not each evening.");
            assertClean(page);
            page.locator("button[value=change]").click();
            page.getByText("Your therapist can read what you wrote.").waitFor();
            page.waitForLoadState();

            JsonNode answer = extension("ServiceRequest/demo-quota-suggested", "agreement-answer");
            assertThat(answer.toString()).contains("\"change\"", "Twice a week, not each evening.");
            assertThat(page.locator(".suggested").innerText()).contains("You asked for a change.");
            page.locator(".suggested a").click();
            page.locator("#words").waitFor();
            page.waitForLoadState();
            assertThat(page.locator("main").innerText()).contains("Twice a week, not each evening.");
            assertClean(page);
        }
    }

    @Test
    void a_log_takes_one_entry_after_another_and_none_today() {
        String order =
                PRACTICE.ask("ServiceRequest/demo-urges-urges").toString().replace("demo-urges", "demo-quota");
        PRACTICE.store("ServiceRequest/demo-quota-urges", order);
        try (Visit visit = phone()) {
            Page page = enter(visit, "demo-quota");
            assertClean(page);
            int before = responses("demo-quota").size();
            page.getByText("None today").click();
            page.getByText("Noted: none today.").waitFor();
            page.waitForLoadState();
            assertThat(page.locator(".log").innerText()).contains("None today. Noted.");
            assertThat(responses("demo-quota")).hasSize(before + 1);

            for (int n = 0; n < 2; n++) {
                page.getByText("Log one now").click();
                page.waitForSelector("article.worksheet");
                page.locator("article .pick").first().click();
                new Portal(page).handIn().awaitThanks();
                page.locator("button").getByText("Finish").click();
                page.locator(".log").waitFor();
                page.waitForLoadState();
            }

            assertThat(responses("demo-quota")).hasSize(before + 3);
        }
    }

    @Test
    void what_makes_it_hard_is_said_of_the_occasion_and_is_no_answer_to_it() throws InterruptedException {
        try (Visit visit = phone()) {
            List<String> occasions = PRACTICE.assignThoughtRecords("demo-quota");
            Page page = enter(visit, "demo-quota");
            Locator hard = page.locator(occasions.stream()
                            .map("a[href$='/hard/%s']"::formatted)
                            .collect(Collectors.joining(", ")))
                    .first();
            String due = hard.getAttribute("href").replaceFirst(".*/", "");
            hard.click();
            page.locator("h1").getByText("What makes it hard?").waitFor();
            page.waitForLoadState();
            page.getByText("Send to my therapist").click();
            page.locator("[role=alert] a").click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("o-no-time");
            page.keyboard().press("Space");
            page.getByText("It was too big a step").click();
            page.locator("#easier").fill("A shorter one.");
            assertClean(page);
            page.getByText("Send to my therapist").click();
            page.getByText("That helps to make it fit.").waitFor();
            page.waitForLoadState();

            assertThat(stream(PRACTICE.ask("QuestionnaireResponse?occasion=Task/" + due)))
                    .singleElement()
                    .satisfies(said -> assertThat(said.toString())
                            .contains("homework-obstacles|1.0.0", "no-time", "too-big", "A shorter one."));
            assertThat(PRACTICE.ask("Task/" + due).at("/status").textValue()).isEqualTo("ready");
            new Portal(page).openOneOf(List.of(due));
            assertThat(page.locator("article").innerText()).doesNotContain("A shorter one.");
        }
    }

    @Test
    void the_path_so_far_is_in_counts_and_marks_with_words() {
        try (Visit visit = phone()) {
            Page page = enter(visit, "demo-several");
            page.locator(".tabs").getByText("My path").click();
            page.waitForURL(address -> address.endsWith("/progress"));

            assertThat(page.locator("h1").innerText()).isEqualTo("My path");
            assertThat(page.locator(".card").count()).isEqualTo(3);
            assertThat(page.locator("main").innerText())
                    .contains("times so far", " of ")
                    .doesNotContain("%", "failed");
            assertClean(page);
        }
    }

    @Test
    void all_of_it_is_there_in_spanish() throws InterruptedException {
        PRACTICE.assignThoughtRecords("demo-quota");
        try (Visit visit = new Visit(
                new Browser.NewContextOptions().setViewportSize(320, 640).setLocale("es-ES"))) {
            Axe.into(visit.page());
            Page page = new Portal(visit.page()).enter(PRACTICE, "demo-quota").page();
            assertThat(page.locator("h1").innerText()).isEqualTo("Hoy");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("es");
            assertThat(page.locator("main").innerText())
                    .contains("de 3 esta semana")
                    .doesNotContain("??", "this week");
            assertClean(page);
            page.locator(".tabs").getByText("Mi camino").click();
            page.locator("h1").getByText("Mi camino").waitFor();
            page.waitForLoadState();
            assertThat(page.locator("main").innerText())
                    .contains("veces hasta ahora")
                    .doesNotContain("??", "so far");
            assertClean(page);
            page.locator(".tabs").getByText("Hoy").click();
            page.locator("a[href*='/hard/']").first().click();
            page.locator("h1").getByText("¿Qué lo hace difícil?").waitFor();
            page.waitForLoadState();
            assertClean(page);
        }
    }

    private static Visit phone() {
        return Offline.phone();
    }

    private static Page enter(Visit visit, String user) {
        Axe.into(visit.page());
        return new Portal(visit.page()).enter(PRACTICE, user).page();
    }

    /** No violation, light and dark, and nothing beyond the edge of the narrowest phone. */
    private static void assertClean(Page page) {
        assertThat(Axe.violations(page)).as(page.title()).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        // Colours fade from one scheme to the other; what is measured meanwhile is neither.
        page.waitForTimeout(FADED_MS);
        assertThat(Axe.violationsByColour(page)).as("%s, dark", page.title()).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        int width = page.viewportSize().width;
        page.setViewportSize(320, 640);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("%s at 320 px", page.title())
                .isEqualTo(320);
        page.setViewportSize(width, 844);
    }

    private static JsonNode extension(String reference, String name) {
        JsonNode resource = PRACTICE.ask(reference);
        List<JsonNode> extensions = new ArrayList<>();
        resource.path("extension").forEach(extensions::add);
        return extensions.stream()
                .filter(each -> each.path("url").textValue().equals(EXTENSION + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + resource));
    }

    private static List<JsonNode> responses(String patient) {
        return stream(PRACTICE.ask("QuestionnaireResponse?_count=500&patient=" + patient));
    }

    private static List<JsonNode> stream(JsonNode bundle) {
        List<JsonNode> found = new ArrayList<>();
        bundle.path("entry").forEach(entry -> found.add(entry.get("resource")));
        return found;
    }
}
