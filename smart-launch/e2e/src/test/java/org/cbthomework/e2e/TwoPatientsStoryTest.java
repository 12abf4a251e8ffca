package org.cbthomework.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two charts in two tabs of one browser. */
@Tag("e2e")
class TwoPatientsStoryTest {

    private static final Practice PRACTICE = Practice.open();

    @Test
    void two_patients_in_two_tabs_stay_apart_and_closing_one_leaves_the_other() {
        try (Visit visit = new Visit(
                new Browser.NewContextOptions().setViewportSize(1280, 800),
                wrong -> wrong.contains("the server responded with a status of 401"))) {
            Page first = visit.page();
            first.navigate(PRACTICE.address());
            first.locator("button[name=username][value=demo-clinician-one]").click();
            chart(first, "Demo Steady");
            Page second = first.context().newPage();
            second.navigate(PRACTICE.address());
            chart(second, "Demo Several");

            for (int visits = 0; visits < 2; visits++) {
                first.reload();
                second.reload();
                assertThat(first.locator("h1").innerText()).isEqualTo("Demo Steady");
                assertThat(first.locator("article.job").count()).isOne();
                assertThat(second.locator("h1").innerText()).isEqualTo("Demo Several");
                assertThat(second.locator("article.job").count()).isEqualTo(3);
            }
            String closed = second.url();
            second.locator("form[action$='/close'] button").click();
            assertThat(second.locator("h1").innerText()).isEqualTo("Homework is closed");

            first.reload();
            assertThat(first.locator("h1").innerText()).isEqualTo("Demo Steady");
            second.navigate(closed);
            assertThat(second.locator("h1").innerText()).isEqualTo("Homework is not open any more");
            assertThat(second.content()).doesNotContain("Demo Several", "Demo Steady");
        }
    }

    private static void chart(Page page, String patient) {
        page.locator("li")
                .filter(new Locator.FilterOptions().setHasText(patient))
                .locator("button")
                .first()
                .click();
        page.waitForURL(address -> address.contains("/l/"));
    }
}
