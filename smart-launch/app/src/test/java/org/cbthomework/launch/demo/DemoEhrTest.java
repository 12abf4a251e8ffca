package org.cbthomework.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cbthomework.launch.harness.Asked;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.cbthomework.practice.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole way, with an authorization server and a FHIR server that are not made for it. */
@Tag("server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoEhrTest {

    private final int port = Ports.free();
    private final Path folder = folder();
    private final DemoEhrProcess ehr = DemoEhrProcess.start(folder, Ports.free(), "http://localhost:" + port);
    private RunningApp app = start();

    private static Path folder() {
        try {
            return Files.createTempDirectory("cbt-homework-demo");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private RunningApp start(String... options) {
        String[] all = new String[options.length + 1];
        all[0] = "--cbt-homework.demo-ehr=" + ehr.base();
        System.arraycopy(options, 0, all, 1, options.length);
        return RunningApp.plain(port, folder.resolve("app"), all);
    }

    private void startAgain(String... options) {
        app.stop();
        app = start(options);
    }

    @BeforeAll
    void ready() {
        assertThat(app.browser().get("/").status()).isEqualTo(200);
    }

    @AfterEach
    void nothing_is_said_of_anybody() {
        assertThat(app.log()).doesNotContain("Demo Steady", "demo-steady");
    }

    @AfterAll
    void stop() {
        app.stop();
        ehr.stop();
    }

    private Browser signedIn(String login) {
        Browser browser = app.browser();
        String token = browser.get(ehr.base() + "/login").hidden("_csrf");
        browser.post(ehr.base() + "/login", Map.of("username", login, "password", "demo", "_csrf", token));
        return browser;
    }

    /** Opens homework from a page of the EHR, and follows the browser to the app. */
    private String launch(Browser browser, String page, String patient) {
        String token = browser.get(ehr.base() + page).hidden("_csrf");
        Page sent = browser.post(ehr.base() + "/charts/" + patient + "/homework", Map.of("_csrf", token));
        Page asking = browser.get(sent.location());
        Page answered = browser.get(asking.location());
        return browser.get(answered.location()).location();
    }

    @Test
    void a_clinician_opens_the_homework_of_a_patient_from_the_chart() {
        Browser browser = signedIn("demo-clinician-one");

        String opened = launch(browser, "/charts", "demo-steady");

        Page context = browser.get(opened + "api/context");
        assertThat(context.json().path("role").asString()).isEqualTo("clinician");
        assertThat(context.json().path("intent").asString()).isEqualTo("homework-review");
        assertThat(context.json().path("patient").path("name").asString()).isEqualTo("Demo Steady");
        assertThat(context.json().path("needPatientBanner").asBoolean()).isTrue();
        assertThat(context.json().path("may").path("assign").asBoolean()).isTrue();
        assertThat(browser.get(opened).body()).contains("Demo Steady");
    }

    @Test
    void a_patient_sees_what_is_due_today() {
        Browser browser = signedIn("demo-steady");

        String opened = launch(browser, "/my-homework", "demo-steady");

        assertThat(browser.get(opened + "api/context").json().path("role").asString())
                .isEqualTo("patient");
        Page today = published(browser, opened + "api/today");
        assertThat(today.json().path("zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(today.json().path("due").size())
                .as("this evening's, and the one before while it is still possible")
                .isBetween(1, 2);
        assertThat(today.json().path("due").get(0).path("title").asString()).isEqualTo("A look back at your day");
    }

    /** The EHR publishes occasions moments after it has loaded them. */
    private static Page published(Browser browser, String address) {
        Page today = browser.get(address);
        for (int tries = 0; today.json().path("due").isEmpty() && tries < 60; tries++) {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            today = browser.get(address);
        }
        return today;
    }

    @Test
    void two_charts_in_two_tabs_do_not_mix() {
        Browser browser = signedIn("demo-clinician-one");

        String one = launch(browser, "/charts", "demo-steady");
        String other = launch(browser, "/charts", "demo-never");

        assertThat(browser.get(one).body()).contains("Demo Steady").doesNotContain("Demo Never");
        assertThat(browser.get(other).body()).contains("Demo Never").doesNotContain("Demo Steady");
    }

    @Test
    void signing_out_is_taken_by_the_ehr() {
        Browser browser = signedIn("demo-clinician-one");
        String opened = launch(browser, "/charts", "demo-steady");
        String token = browser.get(opened).hidden("_csrf");

        Page closed = browser.post(opened + "close", Map.of("_csrf", token), "Origin", app.base());

        assertThat(closed.status()).isEqualTo(200);
        assertThat(browser.get(opened).status()).isEqualTo(401);
        assertThat(app.log()).doesNotContain("could not be given back");
    }

    @Test
    void the_app_signs_by_rs384_too() {
        startAgain(
                "--cbt-homework.ehrs[0].issuer=" + ehr.base() + "/fhir",
                "--cbt-homework.ehrs[0].client-id=cbt-homework-app",
                "--cbt-homework.ehrs[0].authentication=private_key_jwt",
                "--cbt-homework.ehrs[0].algorithm=RS384",
                "--cbt-homework.ehrs[0].sends-client-id=true",
                "--cbt-homework.ehrs[0].scopes=launch openid fhirUser user/Patient.rs");
        Browser browser = signedIn("demo-clinician-one");

        String opened = launch(browser, "/charts", "demo-steady");

        assertThat(browser.get(opened + "api/context")
                        .json()
                        .path("may")
                        .path("answer")
                        .asBoolean())
                .isFalse();
        startAgain();
    }

    @Test
    void a_patient_begins_at_the_app_itself_which_is_public_and_leaves_out_a_scope() {
        startAgain(
                "--cbt-homework.ehrs[0].issuer=" + ehr.base() + "/fhir",
                "--cbt-homework.ehrs[0].client-id=cbt-homework-app-public",
                "--cbt-homework.ehrs[0].scopes=launch launch/patient openid fhirUser patient/Patient.r patient/Task.rs");
        Browser browser = signedIn("demo-steady");
        Page asking = browser.get("/launch?" + Browser.encoded(Map.of("iss", ehr.base() + "/fhir")));
        Page consent = browser.get(URI.create(ehr.base())
                .resolve(browser.get(asking.location()).location())
                .toString());
        Map<String, String> answer = new HashMap<>(Map.of(
                "client_id", "cbt-homework-app-public", "state", consent.hidden("state"), "patient", "demo-steady"));
        String granted = "&scope=launch/patient&scope=openid&scope=fhirUser&scope=patient/Patient.r";

        Page answered = browser.postRaw(ehr.base() + "/oauth2/authorize", Browser.encoded(answer) + granted);

        assertThat(Asked.query(answered.location())).containsKeys("code", "iss");
        String opened = browser.get(answered.location()).location();
        Page context = browser.get(opened + "api/context");
        assertThat(context.json().path("role").asString()).isEqualTo("patient");
        assertThat(context.json().path("patient").path("name").asString()).isEqualTo("Demo Steady");
        assertThat(context.json().path("may").path("seeHomework").asBoolean()).isFalse();
        startAgain();
    }
}
