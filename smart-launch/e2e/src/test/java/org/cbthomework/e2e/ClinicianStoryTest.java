package org.cbthomework.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.cbthomework.web.browser.Axe;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A clinician's story, from the chart to what the homework says. */
@Tag("e2e")
class ClinicianStoryTest {

    private static final Practice PRACTICE = Practice.open();
    private static final List<String> OUTCOMES = List.of("on time", "logged later", "late", "in part", "not done");

    @Test
    void each_assignment_is_told_by_itself_with_the_counts_of_the_record() {
        try (Visit visit = wide(ColorScheme.LIGHT)) {
            chart(visit.page(), "Demo Several");

            List<String> told = new ArrayList<>();
            for (Locator job : visit.page().locator("article.job").all()) {
                told.add(job.locator(".counts").innerText().replaceAll("\\s+", " "));
            }
            assertThat(told).hasSize(3);
            List<String> record = new ArrayList<>();
            PRACTICE.ask("Patient/demo-several/$homework-adherence")
                    .path("entry")
                    .forEach(entry -> {
                        JsonNode observation = entry.get("resource");
                        record.add(part(observation, "occasions-done") + " of " + part(observation, "occasions-due"));
                    });
            assertThat(record)
                    .hasSize(3)
                    .allSatisfy(counts -> assertThat(told).anyMatch(each -> each.contains(counts)));
        }
    }

    @Test
    void a_week_shows_what_became_of_each_of_its_days() {
        try (Visit visit = wide(ColorScheme.LIGHT)) {
            chart(visit.page(), "Demo Steady");

            Locator calendar = visit.page().locator("article.job .calendar");
            assertThat(calendar.locator("thead th").count()).isBetween(11, 13);
            assertThat(calendar.locator("tbody tr").count()).isEqualTo(7);
            for (Locator day : calendar.locator("tbody tr").all()) {
                for (Locator mark : day.locator("td").all().subList(1, 10)) {
                    assertThat(mark.locator(".mark-of").count()).isOne();
                    assertThat(mark.innerText()).isIn(OUTCOMES);
                }
                assertThat(day.innerText()).contains("on time");
            }
        }
    }

    @Test
    void no_page_of_the_app_keeps_anybody_out() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Visit visit = wide(scheme)) {
                Axe.into(visit.page());
                chart(visit.page(), "Demo Several");
                assertThat(Axe.violations(visit.page()))
                        .as("homework of a patient")
                        .isEmpty();
                assertThat(visit.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                        .isEqualTo(true);
            }
            try (Visit visit = phone(scheme)) {
                Axe.into(visit.page());
                Portal patient = new Portal(visit.page()).enter(PRACTICE, "demo-several");
                assertThat(Axe.violations(visit.page())).as("today").isEmpty();
                assertThat(visit.page().evaluate("() => document.documentElement.scrollWidth"))
                        .isEqualTo(320);
                patient.openFirst();
                assertThat(Axe.violations(visit.page())).as("a worksheet").isEmpty();
            }
        }
    }

    private static void chart(Page page, String patient) {
        page.navigate(PRACTICE.address());
        page.locator("button[name=username][value=demo-clinician-one]").click();
        page.locator("li, tr, article")
                .filter(new Locator.FilterOptions().setHasText(patient))
                .locator("button")
                .first()
                .click();
        page.waitForURL(address -> address.contains("/l/"));
        assertThat(page.locator("h1").innerText()).isEqualTo(patient);
    }

    private static Visit wide(ColorScheme scheme) {
        return new Visit(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(scheme));
    }

    private static Visit phone(ColorScheme scheme) {
        return new Visit(
                new Browser.NewContextOptions().setViewportSize(320, 640).setColorScheme(scheme));
    }

    private static int part(JsonNode observation, String code) {
        for (JsonNode component : observation.path("component")) {
            if (code.equals(component.at("/code/coding/0/code").textValue())) {
                return component.path("valueInteger").asInt();
            }
        }
        throw new AssertionError(code);
    }
}
