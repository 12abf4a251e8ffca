package org.cbthomework.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.cbthomework.web.browser.Site;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class DemoTest {

    @Test
    @Tag("smoke")
    void a_worksheet_opens_in_a_browser() {
        try (Site site = Worksheets.site();
                Visit visit = new Visit()) {
            visit.page().navigate(site.at("/demo/?form=phq-9"));
            assertThat(visit.page().locator("article.worksheet h1").textContent())
                    .isNotBlank();
        }
    }

    @Test
    void the_demo_lists_every_worksheet_and_every_form() {
        try (Site site = Worksheets.site();
                Visit visit = new Visit()) {
            visit.page().navigate(site.at("/demo/"));
            visit.page().waitForSelector("article.worksheet");
            assertThat(visit.page().locator(".demo-list a").all())
                    .hasSize((int) Worksheets.ids().count());
        }
    }
}
