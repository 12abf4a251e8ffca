package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Families 38 to 41: what pages carry, where they may be framed, and what is not there at all. */
@Tag("server")
class PagesTest {

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = app.browser();

    @Test
    void family_38_a_page_of_a_launch_is_framed_by_its_ehr_alone() {
        Page framed = browser.get(browser.open(ehr, "framed").location());
        Page unframed = browser.get(browser.open(ehr, "public").location());

        assertThat(framed.header("Content-Security-Policy")).endsWith("frame-ancestors " + RunningApp.PORTAL);
        assertThat(framed.header("X-Frame-Options")).isEmpty();
        assertThat(unframed.header("Content-Security-Policy")).endsWith("frame-ancestors 'none'");
        assertThat(unframed.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void family_38_what_goes_wrong_at_a_launch_can_be_read_where_it_was_launched() {
        ehr.script("/framed/fhir/.well-known/smart-configuration", asked -> Answer.status(500));

        assertThat(browser.launch(ehr.issuer("framed"), "x").header("Content-Security-Policy"))
                .endsWith("frame-ancestors " + RunningApp.PORTAL);
        assertThat(browser.launch("https://evil.example", "x").header("Content-Security-Policy"))
                .endsWith("frame-ancestors 'none'");
    }

    @Test
    void where_a_browser_keeps_the_cookie_from_a_frame_the_page_leads_out_of_it() {
        Page refused = browser.get("/callback?code=x&state=y", "Sec-Fetch-Dest", "iframe");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Security-Policy")).endsWith("frame-ancestors " + RunningApp.PORTAL);
        assertThat(refused.body()).contains("target=\"_blank\"", "open it in a window of its own");
    }

    @Test
    void pages_run_no_script_but_the_apps_own_files() {
        String opened = browser.open(ehr, "public").location();

        assertThat(Stream.of("/", "/start", opened, "/nowhere").map(browser::get))
                .allSatisfy(page -> {
                    assertThat(page.header("Content-Security-Policy"))
                            .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                            .doesNotContain("unsafe", "*", "http:");
                    assertThat(page.body())
                            .doesNotContainIgnoringCase("<script")
                            .doesNotContainPattern("\\son[a-z]+=");
                    assertThat(page.body()).doesNotContain("style=", "http-equiv");
                });
    }

    @Test
    void family_39_tokens_are_in_no_address_page_cookie_or_log() {
        ehr.grant(granted -> {
            granted.put("access_token", "secret-access-token");
            granted.put("refresh_token", "secret-refresh-token");
        });
        Page sent = browser.launch(ehr.issuer("public"), "secret-handle");
        Page back = browser.comeBack(ehr, "public", sent);
        Page page = browser.get(back.location());
        Page context = browser.get(back.location() + "api/context");
        browser.get("/callback?code=secret-code&state=secret-state");

        assertThat(back.location()).matches(app.base() + "/l/[A-Za-z0-9_-]{43}/");
        assertThat(page.body() + context.body() + page.headers() + back.headers())
                .doesNotContain("secret-access", "secret-refresh", "code_verifier", "id_token");
        assertThat(browser.cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).isEqualTo("CBT_HOMEWORK");
            assertThat(cookie.isHttpOnly()).isTrue();
        });
        assertThat(app.log())
                .contains("A launch was refused")
                .doesNotContain("secret-", "Pat Example", "1990-02-03", "Patient/p1");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void family_40_nothing_of_a_launch_is_kept_in_a_cache() {
        String opened = browser.open(ehr, "public").location();

        assertThat(Stream.of(opened, opened + "api/context", opened + "api/today", "/", "/callback", "/nowhere")
                        .map(browser::get))
                .allSatisfy(page -> assertThat(page.header("Cache-Control")).contains("no-store"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/h2-console",
                "/h2-console/",
                "/login",
                "/logout",
                "/oauth2/authorization/x",
                "/swagger-ui.html",
                "/v3/api-docs",
                "/application.properties",
                "/templates/start.html",
                "/WEB-INF/web.xml",
                "/.git/config",
                "/session",
                "/l",
                "/nowhere"
            })
    void family_41_there_are_no_consoles(String path) {
        Page page = browser.get(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing here").doesNotContain("Whitelabel", "Exception", "Spring");
    }

    @Test
    void opened_without_a_launch_the_app_says_where_it_is_opened() {
        Page start = browser.get("/");

        assertThat(start.status()).isEqualTo(200);
        assertThat(start.body())
                .contains("Homework opens from your health record", "The public practice", "/launch?iss=http%3A%2F%2F");
        assertThat(browser.get("/l/" + "A".repeat(43) + "/").body())
                .contains("Homework is not open any more", "Open it again from your health record");
    }

    @Test
    void an_odd_launch_id_is_one_that_is_unknown() {
        assertThat(Stream.of("x", "..", "%2e%2e", "A".repeat(44), "%00", "' or 1=1")
                        .map(id -> browser.get(
                                "/l/" + Browser.encoded(Map.of("", id)).substring(1) + "/")))
                .allSatisfy(page -> assertThat(page.status()).isIn(400, 401, 404));
    }

    @Test
    void styles_and_pictures_are_served() {
        assertThat(browser.get("/app.css").header("Content-Type")).startsWith("text/css");
        assertThat(browser.get("/favicon.svg").status()).isEqualTo(200);
    }
}
