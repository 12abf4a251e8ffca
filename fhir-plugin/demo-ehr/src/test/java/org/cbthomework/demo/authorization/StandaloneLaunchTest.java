package org.cbthomework.demo.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import org.cbthomework.demo.authorization.Web.Page;
import org.cbthomework.demo.harness.EhrOnH2;
import org.junit.jupiter.api.Test;

@EhrOnH2
class StandaloneLaunchTest extends SmartServer {

    private static final String SCOPE = "openid fhirUser launch/patient patient/*.rs";

    @Test
    void a_clinician_chooses_one_of_the_own_patients() {
        Web browser = browser(CLINICIAN);
        Page picker = browser.get(app.ask(browser, app.asking(SCOPE)).location());

        assertThat(picker.body())
                .contains("Whose record?", "Demo Steady", "Demo Dose")
                .doesNotContain("Demo Late");
        Page tokens = app.tokens(browser, SCOPE, PATIENT);
        assertThat(tokens.told("patient")).isEqualTo(PATIENT);
        assertThat(tokens.json().has("encounter")).isFalse();
        assertThat(App.claims(tokens.told("access_token")).getClaim("patient")).isEqualTo(PATIENT);
    }

    @Test
    void a_patient_has_only_the_own_record_to_choose() {
        Web browser = browser(PATIENT);
        Page picker = browser.get(app.ask(browser, app.asking(SCOPE)).location());

        assertThat(picker.body().split("type=\"radio\"", -1)).hasSize(2);
        assertThat(app.tokens(browser, SCOPE, PATIENT).told("patient")).isEqualTo(PATIENT);
    }

    @Test
    void a_patient_who_was_not_offered_cannot_be_chosen() {
        assertThat(app.consent(browser(CLINICIAN), SCOPE, SCOPE, "demo-late").sent("error"))
                .isEqualTo("access_denied");
        assertThat(app.consent(browser(PATIENT), SCOPE, SCOPE, "demo-late").sent("error"))
                .isEqualTo("access_denied");
        assertThat(app.consent(browser(CLINICIAN), SCOPE, SCOPE, null).sent("error"))
                .isEqualTo("access_denied");
    }

    @Test
    void whoever_is_in_no_care_team_can_only_go_back() {
        for (String login : new String[] {"demo-outside", "demo-auditor"}) {
            Web browser = browser(login);
            Page consent = browser.get(app.ask(browser, app.asking(SCOPE)).location());

            assertThat(consent.body())
                    .contains("no record here that you may open")
                    .doesNotContain(">Allow<");
        }
    }

    @Test
    void a_session_is_told_where_it_was_asked_for() {
        String scope = SCOPE + " launch/encounter";

        assertThat(app.tokens(browser(CLINICIAN), scope, PATIENT).told("encounter"))
                .startsWith("demo-steady-session-");
    }

    @Test
    void a_person_may_leave_out_scopes() {
        Page answered = app.consent(
                browser(CLINICIAN),
                SCOPE + " patient/Observation.rs?category=survey",
                "patient/Observation.rs?category=survey",
                PATIENT);

        Page tokens = app.exchange(App.code(answered));

        assertThat(tokens.scopes())
                .as("openid is part of signing in")
                .containsExactlyInAnyOrder("openid", "patient/Observation.rs?category=survey");
        assertThat(App.claims(tokens.told("id_token")).getClaim("fhirUser")).isNull();
    }

    @Test
    void a_person_may_say_no() {
        Page answered = app.consent(browser(CLINICIAN), SCOPE, "", null);

        assertThat(answered.location()).startsWith(App.REDIRECT + "?error=access_denied");
        assertThat(answered.sent("state")).isEqualTo("state & more");
        assertThat(answered.sent("iss")).isEqualTo(base());
    }

    @Test
    void nobody_can_consent_to_more_than_was_asked_for() {
        assertThat(app.consent(browser(CLINICIAN), SCOPE, SCOPE + " patient/*.cruds", PATIENT)
                        .sent("error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    void a_consent_is_of_the_person_who_was_asked() {
        Page asked = app.ask(browser(CLINICIAN), app.asking(SCOPE));

        assertThat(browser("demo-clinician-two").get(asked.location()).status()).isEqualTo(400);
    }

    @Test
    void each_consent_is_for_once() {
        Web browser = browser(CLINICIAN);
        app.tokens(browser, SCOPE, PATIENT);

        assertThat(app.ask(browser, app.asking(SCOPE)).location()).contains("/consent?");
    }

    @Test
    void scopes_of_both_versions_are_granted_as_they_were_asked_for() {
        String scope = "launch/patient patient/Observation.read patient/QuestionnaireResponse.write patient/Goal.*"
                + " patient/Task.rs patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|survey";

        Page tokens = app.tokens(browser(CLINICIAN), scope, PATIENT);

        assertThat(tokens.scopes()).containsExactlyInAnyOrder(scope.split(" "));
        assertThat(tokens.json().has("id_token")).as("without openid").isFalse();
    }

    @Test
    void what_the_app_may_not_have_or_nobody_understands_is_left_out() {
        String scope = "patient/Task.rs system/*.rs patient/Task.sr patient/task.r launch made-up";
        Web browser = browser(CLINICIAN);
        Page consent = browser.get(app.ask(browser, app.asking(scope)).location());

        assertThat(consent.body()).contains("patient/Task.rs").doesNotContain("system/", "made-up", "Task.sr");
        assertThat(app.consent(browser, scope, "patient/Task.rs system/*.rs", PATIENT)
                        .sent("error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    void if_nothing_is_left_the_request_is_refused() {
        for (String scope : new String[] {"system/*.rs", "made-up", "launch", ""}) {
            assertThat(app.ask(browser(CLINICIAN), app.asking(scope)).sent("error"))
                    .as(scope)
                    .isEqualTo("invalid_scope");
        }
    }

    @Test
    void scopes_of_the_user_name_no_patient() {
        Page tokens = app.tokens(browser(CLINICIAN), "openid profile user/*.rs", null);

        assertThat(tokens.json().has("patient")).isFalse();
        assertThat(App.claims(tokens.told("access_token")).getClaim("fhirUser"))
                .isEqualTo(base() + "/fhir/Practitioner/demo-clinician-one");
        assertThat(App.claims(tokens.told("id_token")).getClaim("name")).isEqualTo("Demo Clinician One");
        assertThat(tokens.json().has("refresh_token"))
                .as("without offline access")
                .isFalse();
    }
}
