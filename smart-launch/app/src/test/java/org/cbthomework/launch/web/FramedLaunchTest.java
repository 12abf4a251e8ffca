package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A launch inside an EHR's page, in a browser that lets the app have its cookie there or not. */
@Tag("server")
class FramedLaunchTest {

    private static final String[] IN_A_FRAME = {"Sec-Fetch-Dest", "iframe"};

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = app.browser();
    private final String launch =
            "/launch?" + Browser.encoded(Map.of("iss", ehr.issuer("framed"))) + "&launch=handle%2B1";

    @Test
    void where_the_cookie_comes_back_the_launch_goes_on() {
        Page tried = browser.get(launch, IN_A_FRAME);

        assertThat(tried.status()).isEqualTo(302);
        assertThat(tried.location()).isEqualTo(launch + "&tried=1");
        Page sent = browser.get(tried.location(), IN_A_FRAME);
        assertThat(sent.location()).startsWith(ehr.base()).contains("launch=handle%2B1");
    }

    @Test
    void where_it_is_kept_away_the_same_launch_is_offered_in_a_window_before_anything_is_asked_of_the_ehr() {
        Page blocked = app.browser().get(launch + "&tried=1", IN_A_FRAME);

        assertThat(blocked.status()).isEqualTo(200);
        assertThat(blocked.header("Content-Security-Policy")).contains("frame-ancestors " + RunningApp.PORTAL);
        assertThat(blocked.header("X-Frame-Options")).isEmpty();
        assertThat(blocked.body())
                .contains("href=\"" + launch.replace("&", "&amp;") + "\"", "target=\"_blank\"", "/storage-access.js")
                .doesNotContain("tried");
        assertThat(ehr.asked()).isEmpty();
    }

    @Test
    void what_is_offered_there_runs_as_a_file_of_the_apps_own() {
        Page script = browser.get("/storage-access.js");

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.body()).contains("requestStorageAccess");
    }

    @Test
    void family_25_in_a_frame_too_an_unknown_issuer_is_refused_and_gets_no_session() {
        Page refused = browser.get("/launch?iss=https%3A%2F%2Fevil.example%2Ffhir&launch=x", IN_A_FRAME);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(browser.cookies()).isEmpty();
    }
}
