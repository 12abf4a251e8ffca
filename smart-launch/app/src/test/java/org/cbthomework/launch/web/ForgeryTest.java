package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Family 36: nothing is changed but by a page of the app. */
@Tag("server")
class ForgeryTest {

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = app.browser();
    private final String opened = browser.open(ehr, "public").location();
    private final String token = browser.get(opened).hidden("_csrf");

    private void assertRefused(Page page) {
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("Nothing was changed. Load the page anew");
        assertThat(browser.get(opened).status()).isEqualTo(200);
    }

    @Test
    void family_36_a_post_without_a_token_is_refused() {
        assertRefused(browser.post(opened + "close", Map.of(), "Origin", app.base()));
        assertRefused(browser.post("/sign-out", Map.of(), "Origin", app.base()));
    }

    @Test
    void family_36_a_post_with_the_token_of_another_session_is_refused() {
        Browser other = app.browser();
        String foreign = other.get(other.open(ehr, "public").location()).hidden("_csrf");

        assertRefused(browser.post(opened + "close", Map.of("_csrf", foreign), "Origin", app.base()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://localhost:1", "null", "http://127.0.0.1"})
    void family_36_a_post_from_another_origin_is_refused_even_with_the_token(String origin) {
        assertRefused(browser.post(opened + "close", Map.of("_csrf", token), "Origin", origin));
        assertRefused(browser.post(
                opened + "close", Map.of("_csrf", token), "Origin", origin, "Sec-Fetch-Site", "cross-site"));
    }

    @Test
    void family_36_a_post_that_says_of_no_origin_is_refused() {
        assertRefused(browser.post(opened + "close", Map.of("_csrf", token)));
    }

    @Test
    void a_form_of_the_apps_own_is_known_by_the_browsers_word_where_its_origin_is_hidden() {
        Page closed = browser.post(
                opened + "close", Map.of("_csrf", token), "Origin", "null", "Sec-Fetch-Site", "same-origin");

        assertThat(closed.status()).isEqualTo(200);
    }

    @Test
    void a_launch_is_closed_by_no_link() {
        assertThat(browser.get(opened + "close").status()).isEqualTo(405);
        assertThat(browser.get("/sign-out").status()).isEqualTo(405);
    }
}
