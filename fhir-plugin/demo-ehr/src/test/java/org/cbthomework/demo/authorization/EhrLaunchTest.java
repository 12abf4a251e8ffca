package org.cbthomework.demo.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cbthomework.demo.authorization.Web.Page;
import org.cbthomework.demo.harness.EhrOnH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EhrOnH2
class EhrLaunchTest extends SmartServer {

    private static final String OURS = "cbt-homework-app";
    private static final String SCOPE = "openid fhirUser launch patient/*.rs offline_access";

    private App ours = new App("", "", null);

    @BeforeEach
    void registerOurs() {
        clients.register(
                OURS,
                new Registration(
                        "CBT Homework",
                        App.SCOPES,
                        List.of(URI.create(App.REDIRECT)),
                        "s3cret",
                        null,
                        null,
                        List.of(),
                        true));
        ours = new App(base(), OURS, "s3cret");
    }

    @Test
    void a_clinician_opens_homework_from_a_chart_and_the_app_is_told_whose() throws Exception {
        Web browser = browser(CLINICIAN);
        Page launched = launch(browser, "/charts", PATIENT);
        assertThat(launched.location()).startsWith("http://localhost:8081/launch?");
        assertThat(launched.sent("iss")).isEqualTo(base() + "/fhir");

        Page answered = ours.ask(browser, ours.asking(SCOPE, "launch", handle(launched), "nonce", "n-1"));
        assertThat(answered.location()).startsWith(App.REDIRECT + "?code=");
        assertThat(answered.sent("state")).isEqualTo("state & more");
        assertThat(answered.sent("iss")).isEqualTo(base());

        Page tokens = ours.exchange(App.code(answered));
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.header("Cache-Control")).contains("no-store");
        assertThat(tokens.header("Pragma")).isEqualTo("no-cache");
        assertThat(tokens.told("token_type")).isEqualTo("Bearer");
        assertThat(tokens.json().path("expires_in").asInt()).isBetween(3500, 3600);
        assertThat(tokens.told("patient")).isEqualTo(PATIENT);
        assertThat(tokens.told("encounter")).startsWith("demo-steady-session-");
        assertThat(tokens.json().path("need_patient_banner").isBoolean()).isTrue();
        assertThat(tokens.json().path("need_patient_banner").asBoolean()).isTrue();
        assertThat(tokens.told("intent")).isEqualTo("homework-review");
        assertThat(tokens.told("tenant")).isEqualTo("demo-practice");
        assertThat(tokens.told("smart_style_url")).isEqualTo(base() + "/smart-style.json");
        assertThat(tokens.json().path("fhirContext").path(0).path("reference").asText())
                .isEqualTo("CareTeam/demo-steady-team");
        assertThat(tokens.scopes()).containsExactlyInAnyOrder(SCOPE.split(" "));
        assertThat(tokens.told("access_token")).matches("[A-Za-z0-9._~+/=-]+");

        JWTClaimsSet access = App.claims(tokens.told("access_token"));
        assertThat(access.getIssuer()).isEqualTo(base());
        assertThat(access.getAudience()).containsExactly(base() + "/fhir");
        assertThat(access.getSubject()).isEqualTo(CLINICIAN);
        assertThat(access.getStringClaim("client_id")).isEqualTo(OURS);
        assertThat(access.getStringClaim("scope").split(" ")).containsExactlyInAnyOrder(SCOPE.split(" "));
        assertThat(access.getStringClaim("patient")).isEqualTo(PATIENT);
        assertThat(access.getStringClaim("encounter")).isEqualTo(tokens.told("encounter"));
        assertThat(access.getStringClaim("fhirUser")).isEqualTo(base() + "/fhir/Practitioner/demo-clinician-one");
        assertThat(access.getJWTID()).isNotBlank();
        assertThat(Duration.between(
                        access.getIssueTime().toInstant(),
                        access.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(1));

        JWTClaimsSet identity = App.claims(tokens.told("id_token"));
        assertThat(identity.getAudience()).containsExactly(OURS);
        assertThat(identity.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(identity.getStringClaim("fhirUser")).isEqualTo(base() + "/fhir/Practitioner/demo-clinician-one");
        assertThat(new Web(base()).get("/smart-style.json").status()).isEqualTo(200);
    }

    @Test
    void a_patient_opens_the_own_homework_without_a_banner() {
        Web browser = browser(PATIENT);
        String handle = handle(launch(browser, "/my-homework", PATIENT));

        Page tokens = ours.exchange(App.code(ours.ask(browser, ours.asking(SCOPE, "launch", handle))));

        assertThat(tokens.told("patient")).isEqualTo(PATIENT);
        assertThat(tokens.told("intent")).isEqualTo("homework-today");
        assertThat(tokens.json().path("need_patient_banner").asBoolean(true)).isFalse();
        assertThat(App.claims(tokens.told("id_token")).getClaim("fhirUser"))
                .isEqualTo(base() + "/fhir/Patient/" + PATIENT);
    }

    @Test
    void a_proxy_opens_the_homework_of_the_patient() {
        Web browser = browser("demo-proxy");
        String handle = handle(launch(browser, "/my-homework", "demo-late"));

        Page tokens = ours.exchange(App.code(ours.ask(browser, ours.asking(SCOPE, "launch", handle))));

        assertThat(tokens.told("patient")).isEqualTo("demo-late");
        assertThat(App.claims(tokens.told("access_token")).getClaim("fhirUser"))
                .isEqualTo(base() + "/fhir/RelatedPerson/demo-proxy");
    }

    @Test
    void nobody_launches_a_chart_that_is_not_open_to_them_and_an_absent_one_looks_the_same() {
        for (String login : List.of("demo-clinician-two", "demo-late", "demo-proxy")) {
            Web browser = browser(login);
            String page = login.contains("clinician") ? "/charts" : "/my-homework";
            Page foreign = launch(browser, page, PATIENT);
            Page absent = launch(browser, page, "nobody-at-all");

            assertThat(foreign.status()).as(login).isEqualTo(404).isEqualTo(absent.status());
            assertThat(foreign.body().replace(PATIENT, ""))
                    .isEqualTo(absent.body().replace("nobody-at-all", ""));
        }
    }

    @Test
    void a_launch_is_used_once() {
        Web browser = browser(CLINICIAN);
        Map<String, Object> asking = ours.asking(SCOPE, "launch", handle(launch(browser, "/charts", PATIENT)));

        assertThat(ours.ask(browser, asking).sent("code")).isNotNull();

        assertRefused(ours.ask(browser, asking));
    }

    @Test
    void a_launch_of_somebody_else_is_refused() {
        String handle = handle(launch(browser(CLINICIAN), "/charts", PATIENT));

        assertRefused(ours.ask(browser("demo-clinician-two"), ours.asking(SCOPE, "launch", handle)));
    }

    @Test
    void a_launch_of_another_app_is_refused() {
        Web browser = browser(CLINICIAN);
        String handle = handle(launch(browser, "/charts", PATIENT));

        assertRefused(app.ask(browser, app.asking(SCOPE, "launch", handle)));
    }

    @Test
    void a_launch_that_nobody_began_is_refused() {
        assertRefused(ours.ask(browser(CLINICIAN), ours.asking(SCOPE, "launch", "made-up")));
    }

    @Test
    void whoever_is_launched_asks_for_the_scope_launch() {
        Web browser = browser(CLINICIAN);
        String handle = handle(launch(browser, "/charts", PATIENT));

        assertThat(ours.ask(browser, ours.asking("openid patient/*.rs", "launch", handle))
                        .sent("error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    void an_app_that_is_not_ours_is_consented_to_also_when_launched() {
        Web browser = browser(CLINICIAN);
        String handle = launches.begin(CLINICIAN, app.id(), LaunchContext.NONE.patient(PATIENT));

        Page asked = app.ask(browser, app.asking(SCOPE, "launch", handle));

        assertThat(asked.location()).startsWith(base() + "/consent?");
        Page consent = browser.get(asked.location());
        assertThat(consent.body())
                .contains("It is about")
                .contains("Demo Steady")
                .doesNotContain("Whose record?");
        Page answered = browser.post(
                "/oauth2/authorize",
                Map.of(
                        "client_id",
                        app.id(),
                        "state",
                        consent.hidden("state"),
                        "scope",
                        List.of(SCOPE.split(" ")),
                        "patient",
                        "demo-dose"));
        assertThat(app.exchange(App.code(answered)).told("patient"))
                .as("the launch tells, not the form")
                .isEqualTo(PATIENT);
    }

    @Test
    void a_launch_without_a_patient_has_one_chosen_where_the_scopes_need_one() {
        Web browser = browser(CLINICIAN);
        String handle = launches.begin(CLINICIAN, OURS, LaunchContext.NONE.intent("caseload"));

        Page asked = ours.ask(browser, ours.asking(SCOPE, "launch", handle));

        assertThat(browser.get(asked.location()).body()).contains("Whose record?");
    }

    @Test
    void a_launch_without_a_patient_needs_none_for_scopes_of_the_user() {
        Web browser = browser(CLINICIAN);
        String handle = launches.begin(CLINICIAN, OURS, LaunchContext.NONE.intent("caseload"));

        Page tokens =
                ours.exchange(App.code(ours.ask(browser, ours.asking("openid launch user/*.rs", "launch", handle))));

        assertThat(tokens.told("intent")).isEqualTo("caseload");
        assertThat(tokens.json().has("patient")).isFalse();
        assertThat(App.claims(tokens.told("access_token")).getClaim("patient")).isNull();
    }

    @Test
    void who_is_not_signed_in_signs_in_first_and_goes_on_with_the_launch() {
        Web browser = new Web(base());
        String handle = launches.begin(CLINICIAN, OURS, LaunchContext.NONE.patient(PATIENT));

        Page asked = ours.ask(browser, ours.asking(SCOPE, "launch", handle));
        assertThat(asked.location()).endsWith("/login");
        Page signedIn = browser.signIn(CLINICIAN);

        assertThat(browser.get(signedIn.location()).sent("code")).isNotNull();
    }

    private static void assertRefused(Page answered) {
        assertThat(answered.location()).startsWith(App.REDIRECT + "?error=invalid_request");
        assertThat(answered.sent("state")).isEqualTo("state & more");
        assertThat(answered.sent("code")).isNull();
    }
}
