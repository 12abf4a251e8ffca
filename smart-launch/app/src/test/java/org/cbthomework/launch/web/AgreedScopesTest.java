package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Objects;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Asked;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An EHR that knows no scopes of homework says who somebody is; what they may do beside it was agreed. */
@Tag("server")
class AgreedScopesTest {

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final FakeEhr server = RunningApp.HOMEWORK;
    private final Browser browser = app.browser();

    @BeforeEach
    void an_ehr_that_grants_the_patient_alone() {
        ehr.grant(granted -> granted.put("scope", "launch openid fhirUser patient/Patient.r"));
        server.script("/agreed/fhir/Task", asked -> Answer.searchset());
    }

    private String open() {
        return browser.open(ehr, "agreed").location();
    }

    private void clinician() {
        ehr.identify(request ->
                ehr.idToken(request, claims -> claims.claim("fhirUser", request.get("aud") + "/Practitioner/pr1")));
    }

    @Test
    void a_patient_may_do_what_was_agreed_for_patients() throws Exception {
        String home = open();

        assertThat(browser.get(home + "api/today").status()).isEqualTo(200);
        assertThat(scope(server.asked("/Task").get(0)))
                .isEqualTo("patient/Patient.r patient/Task.rs patient/QuestionnaireResponse.crus");
        JsonNode may = browser.get(home + "api/context").json().path("may");
        assertThat(may.path("answer").asBoolean()).isTrue();
        assertThat(may.path("assign").asBoolean()).isFalse();
    }

    @Test
    void a_clinician_may_do_what_was_agreed_for_clinicians() {
        clinician();

        JsonNode may = browser.get(open() + "api/context").json().path("may");

        assertThat(may.path("assign").asBoolean()).isTrue();
        assertThat(may.path("answer").asBoolean()).isFalse();
    }

    @Test
    void what_the_ehr_grants_of_homework_adds_nothing_and_what_it_does_not_of_the_patient_is_not_asked_for() {
        ehr.grant(granted ->
                granted.put("scope", "launch openid fhirUser patient/ServiceRequest.crus patient/CarePlan.crus"));

        String home = open();
        browser.get(home);

        assertThat(browser.get(home + "api/context").json().at("/may/assign").asBoolean())
                .isFalse();
        assertThat(ehr.asked("/agreed/fhir/Patient/p1")).isEmpty();
    }

    @Test
    void for_somebody_whom_the_ehr_does_not_name_nothing_was_agreed() {
        ehr.identify(request -> ehr.idToken(request, claims -> claims.claim("fhirUser", null)));

        JsonNode may = browser.get(open() + "api/context").json().path("may");

        assertThat(may.path("answer").asBoolean()).isFalse();
        assertThat(may.path("assign").asBoolean()).isFalse();
    }

    @Test
    void a_renewed_token_opens_no_more_and_no_less() throws Exception {
        ehr.grant(granted -> {
            granted.put("scope", "launch openid fhirUser patient/Patient.r");
            granted.put("expires_in", 1);
        });
        String home = open();
        ehr.grant(granted -> {});

        browser.get(home + "api/today");

        assertThat(ehr.asked("/agreed/token")).hasSize(2);
        assertThat(scope(server.asked("/Task").get(0)))
                .isEqualTo("patient/Patient.r patient/Task.rs patient/QuestionnaireResponse.crus");
    }

    private static String scope(Asked asked) throws ParseException {
        String token = Objects.requireNonNull(asked.header("Authorization")).substring("Bearer ".length());
        return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("scope");
    }
}
