package org.cbthomework.demo.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.HttpCookie;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cbthomework.demo.authorization.Web.Page;
import org.cbthomework.demo.harness.EhrOnH2;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@EhrOnH2
class PagesTest extends SmartServer {

    @Test
    void a_clinician_sees_the_patients_of_the_own_care_teams() {
        String charts = browser(CLINICIAN).get("/charts").body();

        assertThat(charts).contains("Demo Steady", "Demo Dose", "Open homework").doesNotContain("Demo Late");
        assertThat(browser("demo-clinician-two").get("/charts").body())
                .contains("Demo Late")
                .doesNotContain("Demo Steady");
    }

    @Test
    void a_patient_is_greeted_and_a_proxy_sees_for_whom() {
        assertThat(browser(PATIENT).get("/my-homework").body()).contains("Hello, Demo Steady", "Open my homework");
        assertThat(browser("demo-proxy").get("/my-homework").body())
                .contains("You act for Demo Late")
                .doesNotContain("Demo Steady");
    }

    @Test
    void who_has_no_charts_is_told_why() {
        assertThat(browser("demo-outside").get("/charts").body()).contains("in nobody's care team");
        assertThat(browser("demo-auditor").get("/charts").body()).contains("An auditor opens no chart");
    }

    @Test
    void everybody_is_led_to_the_own_page() {
        assertThat(browser(CLINICIAN).get("/").location()).endsWith("/charts");
        assertThat(browser(PATIENT).get("/").location()).endsWith("/my-homework");
        assertThat(browser(PATIENT).get("/charts").location()).endsWith("/my-homework");
        assertThat(browser(CLINICIAN).get("/my-homework").location()).endsWith("/charts");
    }

    @Test
    void pages_are_shown_to_nobody_who_is_not_signed_in() {
        for (String path : List.of("/", "/charts", "/my-homework", "/consent?state=x")) {
            assertThat(new Web(base()).get(path).location()).as(path).endsWith("/login");
        }
    }

    @Test
    void a_wrong_password_is_told_without_saying_which_of_the_two_is_wrong() {
        Web browser = new Web(base());
        for (String login : List.of(PATIENT, "nobody")) {
            String token = browser.get("/login").hidden("_csrf");
            Page refused = browser.post("/login", Map.of("username", login, "password", "wrong", "_csrf", token));

            assertThat(refused.location()).endsWith("/login?error");
        }
        assertThat(browser.get("/login?error").body()).contains("do not go together");
    }

    @Test
    void the_session_is_another_after_signing_in_and_over_after_signing_out() {
        Web browser = new Web(base());
        browser.get("/login");
        String before = session(browser).getValue();
        browser.signIn(PATIENT);

        assertThat(session(browser).getValue()).isNotEqualTo(before);
        String token = browser.get("/my-homework").hidden("_csrf");
        browser.post("/logout", Map.of("_csrf", token));
        assertThat(browser.get("/my-homework").location()).endsWith("/login");
    }

    @Test
    void the_cookie_has_a_name_of_its_own_and_no_script_sees_it() {
        Page page = new Web(base()).get("/login");

        assertThat(page.header("Set-Cookie")).contains("CBT_DEMO_EHR=", "HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void a_form_of_another_site_does_nothing() {
        Web browser = browser(CLINICIAN);

        assertThat(browser.post("/charts/demo-steady/homework", Map.of()).status())
                .isEqualTo(403);
        assertThat(browser.post("/logout", Map.of("_csrf", "made-up")).status()).isEqualTo(403);
        assertThat(new Web(base())
                        .post("/login", Map.of("username", PATIENT, "password", "demo"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.get("/charts").status()).as("still signed in").isEqualTo(200);
    }

    @Test
    void pages_are_framed_nowhere_kept_nowhere_and_bring_nothing_from_elsewhere() {
        Web browser = browser(CLINICIAN);
        String consent = app.ask(browser, app.asking("openid user/*.rs")).location();
        for (String path : List.of("/login", "/charts", consent, "/oauth2/authorize")) {
            Page page = browser.get(path);

            assertThat(page.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'");
            assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Cache-Control")).contains("no-store");
            assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(page.body()).doesNotContain("style=", "<script", "http://", "https://");
        }
    }

    @Test
    void what_others_named_is_shown_and_not_run() {
        Web browser = browser(CLINICIAN);
        String consent = browser.get(app.ask(browser, app.asking("openid user/*.rs user/Task.rs?<b>x=y</b>"))
                        .location())
                .body();

        assertThat(consent).contains("App &lt;b&gt;test-public&lt;/b&gt;").doesNotContain("<b>test", "<b>x");
    }

    @Test
    void a_request_that_cannot_be_answered_is_told_in_plain_words() {
        Page page = new Web(base())
                .get(
                        "/oauth2/authorize?client_id=" + app.id()
                                + "&response_type=code&redirect_uri=https://evil.example",
                        "Accept",
                        "text/html");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("redirect_uri is not one of those registered", "<html lang=\"en\"")
                .doesNotContain("evil.example", "Exception");
    }

    @Test
    void everything_else_is_closed() {
        for (Web browser : List.of(new Web(base()), browser(CLINICIAN))) {
            for (String path : List.of(
                    "/actuator",
                    "/actuator/env",
                    "/h2-console",
                    "/swagger-ui.html",
                    "/v3/api-docs",
                    "/oauth2/device_authorization",
                    "/connect/register",
                    "/connect/logout",
                    "/webjars/x.js",
                    "/nothing")) {
                assertThat(browser.get(path).status()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void the_fhir_interface_sets_no_cookie_asks_for_no_form_token_and_never_leads_to_a_login_page() {
        Page created = new Web(base()).post("/fhir/Patient", Map.of());
        assertThat(created.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(created.status()).isNotEqualTo(403);
        for (String path : List.of("/fhir/metadata", "/fhir/Patient/demo-steady", "/fhir//Patient", "/fhir")) {
            Page answered = new Web(base()).get(path);

            assertThat(answered.headers().firstValue("Location")).as(path).isEmpty();
            assertThat(answered.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    private static HttpCookie session(Web browser) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals("CBT_DEMO_EHR"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void one_address_may_not_try_in_vain_without_end_to_sign_in() {
        SignInFlood flood = new SignInFlood();
        List<Integer> answers = IntStream.rangeClosed(0, SignInFlood.MOST)
                .mapToObj(any -> tried(flood, "192.0.2.1", "/login?error"))
                .toList();

        assertThat(answers.subList(0, SignInFlood.MOST)).containsOnly(302);
        assertThat(answers.get(SignInFlood.MOST)).isEqualTo(429);
        assertThat(tried(flood, "192.0.2.2", "/login?error"))
                .as("another address")
                .isEqualTo(302);
    }

    @Test
    void one_address_may_sign_in_as_often_as_people_do() {
        SignInFlood flood = new SignInFlood();
        assertThat(IntStream.rangeClosed(0, 2 * SignInFlood.MOST).mapToObj(any -> tried(flood, "192.0.2.1", "/charts")))
                .containsOnly(302);
    }

    private static int tried(SignInFlood flood, String address, String leadsTo) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            flood.doFilter(request, response, (asked, answered) -> response.sendRedirect(leadsTo));
        } catch (ServletException | IOException e) {
            throw new IllegalStateException(e);
        }
        return response.getStatus();
    }
}
