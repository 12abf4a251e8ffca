package org.cbthomework.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's way from the practice's front door into homework. */
record Portal(Page page) {

    /** Signs in as a user of the demo, and opens homework from there. */
    Portal enter(Practice practice, String user) {
        page.navigate(practice.address());
        page.locator("button[name=username][value=" + user + "]").click();
        return launch();
    }

    /** Opens homework from the page of the practice that is shown. */
    Portal launch() {
        page.locator("form button, a").getByText("homework").first().click();
        page.waitForURL(address -> address.contains("/l/"));
        return this;
    }

    /** The worksheet that is first on today's list. */
    Portal openFirst() {
        due().first().click();
        page.waitForSelector("article.worksheet");
        return this;
    }

    /** The worksheet of the first on today's list that is one of these occasions. */
    Portal openOneOf(List<String> occasions) {
        page.locator(occasions.stream()
                        .map("main a[href$='/worksheet/%s']"::formatted)
                        .collect(Collectors.joining(", ")))
                .first()
                .click();
        page.waitForSelector("article.worksheet");
        return this;
    }

    Locator due() {
        return page.locator("main a[href*='/worksheet/']");
    }

    /** The id of the Task whose worksheet is shown. */
    String occasion() {
        return page.url().replaceFirst(".*/worksheet/", "");
    }

    Portal write(String text) {
        page.locator("article textarea").first().fill(text);
        return this;
    }

    Portal awaitStatus(String beginning) {
        page.locator(".saved [role=status]")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + beginning)))
                .waitFor();
        return this;
    }

    String written() {
        return page.locator("article textarea").first().inputValue();
    }

    Portal handIn() {
        page.locator(".finish .btn.main").click();
        return this;
    }

    Portal awaitThanks() {
        page.locator("h1").getByText("Thank you").waitFor();
        assertThat(page.locator("article textarea").count()).isZero();
        return this;
    }
}
