package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cbthomework.launch.grants.StubId;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Asked;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One EHR says who somebody is, another server has their homework; neither sees what opens the other. */
@Tag("server")
class BesideAnEhrTest {

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final FakeEhr server = RunningApp.HOMEWORK;
    private final Browser browser = app.browser();
    private final String patient = StubId.of(ehr.issuer("beside") + "/Patient/p1");

    @BeforeEach
    void an_evening_with_a_diary() {
        server.script("/homework/fhir/Task", asked -> Answer.searchset(EveningDiary.task(patient)));
        server.script("/homework/fhir/Questionnaire", asked -> Answer.searchset(EveningDiary.WORKSHEET));
        server.scriptBelow(
                "/homework/fhir/QuestionnaireResponse/",
                asked -> Answer.fhir(asked.body().replaceFirst("\\{", "{\"meta\":{\"versionId\":\"1\"},")));
    }

    private String open() {
        return browser.open(ehr, "beside").location();
    }

    @Test
    void who_it_is_the_ehr_says_and_what_there_is_to_do_the_other_server() {
        String home = open();
        Page context = browser.get(home + "api/context");
        Page today = browser.get(home + "api/today");

        assertThat(context.json().at("/patient/name").asString()).isEqualTo("Pat Example");
        assertThat(today.json().path("zone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(fhir(ehr)).isNotEmpty().allMatch(asked -> asked.path().equals("/beside/fhir/Patient/p1"));
        assertThat(fhir(server)).extracting(Asked::path).doesNotContain("/homework/fhir/Patient/p1");
        assertThat(server.asked("/Task"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.uri().getQuery()).contains("patient=" + patient));
    }

    @Test
    void family_27_neither_server_is_ever_shown_what_opens_the_other() throws Exception {
        ehr.grant(granted -> granted.put("access_token", "of-the-ehr-" + granted.size()));
        String home = open();
        browser.get(home);
        browser.get(home + "api/today");
        keep(home, EveningDiary.draft("mine"));

        assertThat(fhir(ehr))
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(token(asked)).startsWith("of-the-ehr-"));
        assertThat(fhir(server))
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(claims(asked).getIssuer()).isEqualTo(app.base()));
        assertThat(everything(server)).doesNotContain("of-the-ehr-", "refresh-");
        assertThat(everything(ehr)).doesNotContain(token(fhir(server).get(0)));
        assertThat(app.log()).doesNotContain(token(fhir(server).get(0)));
    }

    @Test
    void what_is_granted_is_what_the_launch_was_granted_of_homework_and_signed_by_the_app() throws Exception {
        ehr.grant(granted -> granted.put(
                "scope",
                "launch openid fhirUser patient/Patient.r patient/Task.rs patient/Condition.rs user/Task.read"
                        + " system/*.cruds system/Task.rs"));
        browser.get(open() + "api/today");

        Asked asked = server.asked("/Task").get(0);
        SignedJWT grant = SignedJWT.parse(token(asked));
        JWTClaimsSet claims = grant.getJWTClaimsSet();
        JWKSet published = JWKSet.parse(browser.get("/jwks.json").body());
        assertThat(grant.verify(new ECDSAVerifier(
                        published.getKeyByKeyId(grant.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(grant.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(claims.getAudience()).containsExactly(server.issuer("homework"));
        assertThat(claims.getSubject()).isEqualTo(ehr.issuer("beside") + "/Patient/p1");
        assertThat(claims.getStringClaim("fhirUser")).isEqualTo(ehr.issuer("beside") + "/Patient/p1");
        assertThat(claims.getStringClaim("ehr")).isEqualTo(ehr.issuer("beside"));
        assertThat(claims.getStringClaim("patient")).isEqualTo("p1");
        assertThat(claims.getStringClaim("patient_zone")).isEqualTo("Asia/Tokyo");
        assertThat(claims.getStringClaim("scope")).isEqualTo("patient/Patient.r patient/Task.rs user/Task.read");
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(lifetime(claims)).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_grant_serves_until_it_is_over_and_ends_with_what_the_ehr_granted() throws Exception {
        ehr.grant(granted -> granted.put("expires_in", 100));
        String home = open();
        browser.get(home + "api/today");
        browser.get(home + "api/today");

        assertThat(server.asked("/Task"))
                .hasSize(2)
                .extracting(BesideAnEhrTest::token)
                .satisfies(tokens -> assertThat(tokens.get(0)).isEqualTo(tokens.get(1)));
        assertThat(lifetime(claims(server.asked("/Task").get(0)))).isLessThanOrEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void family_31_another_launch_has_another_grant_and_fewer_scopes_have_one_of_their_own() throws Exception {
        ehr.grant(granted -> granted.put("expires_in", 1));
        String home = open();
        ehr.grant(granted -> granted.put("scope", "patient/Task.rs"));
        browser.get(home + "api/today");
        ehr.grant(granted -> {});
        browser.get(open() + "api/today");

        List<Asked> asked = server.asked("/Task");
        assertThat(claims(asked.get(0)).getStringClaim("scope")).isEqualTo("patient/Task.rs");
        assertThat(claims(asked.get(1)).getStringClaim("scope")).contains("patient/QuestionnaireResponse.cu");
    }

    @Test
    void answers_are_stored_under_the_name_that_the_patient_has_there() {
        Page kept = keep(open(), EveningDiary.draft("mine"));

        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        JsonNode sent = JsonMapper.builder()
                .build()
                .readTree(server.asked().stream()
                        .filter(asked -> asked.method().equals("PUT"))
                        .findFirst()
                        .orElseThrow()
                        .body());
        assertThat(sent.at("/subject/reference").asString()).isEqualTo("Patient/" + patient);
        assertThat(sent.at("/author/reference").asString()).isEqualTo("Patient/" + patient);
        assertThat(sent.at("/basedOn/0/reference").asString()).isEqualTo("ServiceRequest/order");
    }

    @Test
    void earlier_answers_are_asked_for_by_the_name_there() {
        String home = open();
        Page page = browser.sendJson(
                "POST",
                home + "api/worksheet/evening/record",
                "{\"search\":\"QuestionnaireResponse?subject=Patient/p1&questionnaire=https://example.org/q\"}",
                headers(home));

        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(server.asked("/QuestionnaireResponse"))
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.uri().getQuery()).doesNotContain("p1"))
                .anySatisfy(asked -> assertThat(asked.uri().getQuery())
                        .contains("subject=Patient/" + patient, "questionnaire=https"));
    }

    @Test
    void family_31_a_namesake_on_the_homework_server_is_not_the_patient() {
        server.script("/homework/fhir/Task", asked -> Answer.searchset(EveningDiary.task("p1")));

        assertThat(browser.get(open() + "api/worksheet/evening").status()).isEqualTo(404);
    }

    @Test
    void an_ehr_that_is_away_keeps_nobody_from_their_worksheet() {
        String home = open();
        ehr.script("/beside/fhir/Patient/p1", asked -> Answer.status(500));

        assertThat(browser.get(home + "api/worksheet/evening").status()).isEqualTo(200);
    }

    @Test
    void a_worksheet_left_open_is_kept_with_a_token_renewed() throws InterruptedException {
        ehr.grant(granted -> granted.put("expires_in", 1));
        String home = open();
        ehr.grant(granted -> {});
        Thread.sleep(1_200);

        assertThat(browser.get(home + "api/worksheet/evening").status()).isEqualTo(200);
        assertThat(ehr.asked("/beside/token"))
                .extracting(asked -> asked.form().get("grant_type"))
                .contains("refresh_token");
    }

    @Test
    void where_nothing_is_counted_a_clinician_is_told_so_and_nothing_fails() {
        offers("ServiceRequest", "QuestionnaireResponse");
        ehr.identify(request ->
                ehr.idToken(request, claims -> claims.claim("fhirUser", request.get("aud") + "/Practitioner/pr1")));
        ehr.grant(granted -> granted.put("scope", "user/*.cruds"));

        String home = browser.open(ehr, "uncounted").location();
        Page page = browser.get(home);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Pat Example", "Counts are not available here");
        assertThat(server.asked("$homework-adherence")).isEmpty();
        JsonNode may = browser.get(home + "api/context").json().path("may");
        assertThat(may.path("seeCounts").asBoolean()).isFalse();
        assertThat(may.path("assign").asBoolean()).isFalse();
        assertThat(may.path("answer").asBoolean()).isTrue();
        assertThat(server.asked("/metadata"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.header("Authorization")).isNull());
        assertThat(app.log().split("does not offer \\$homework-adherence", -1)).hasSize(2);
    }

    /** Has the homework server say that these can be written, and nothing else be done. */
    private void offers(String... types) {
        String resources = Stream.of(types)
                .map(type ->
                        "{\"type\":\"" + type + "\",\"interaction\":[{\"code\":\"create\"},{\"code\":\"update\"}]}")
                .collect(Collectors.joining(","));
        server.script(
                "/uncounted/fhir/metadata",
                asked -> Answer.json("{\"resourceType\":\"CapabilityStatement\",\"rest\":[{\"mode\":\"server\","
                        + "\"resource\":[" + resources + "]}]}"));
    }

    @Test
    void a_homework_server_that_does_not_know_the_app_ends_no_launch() {
        String home = open();
        server.script("/homework/fhir/Task", asked -> Answer.status(401));

        Page refused = browser.get(home + "api/today");
        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.json().path("detail").asString()).contains("does not know this app", "whoever runs it");
        assertThat(app.log()).contains("does not accept what the app grants");

        server.script("/homework/fhir/Task", asked -> Answer.searchset(EveningDiary.task(patient)));
        assertThat(browser.get(home + "api/today").status()).isEqualTo(200);
    }

    private Page keep(String home, String json) {
        return browser.sendJson("PUT", home + "api/worksheet/evening", json, headers(home));
    }

    private String[] headers(String home) {
        return new String[] {"X-CSRF-TOKEN", browser.get(home).hidden("_csrf"), "Sec-Fetch-Site", "same-origin"};
    }

    private static List<Asked> fhir(FakeEhr server) {
        return server.asked().stream()
                .filter(asked -> asked.path().contains("/fhir/")
                        && !asked.path().endsWith("/smart-configuration")
                        && !asked.path().endsWith("/metadata"))
                .toList();
    }

    private static String everything(FakeEhr server) {
        StringBuilder all = new StringBuilder();
        server.asked()
                .forEach(asked -> all.append(asked.uri())
                        .append(asked.body())
                        .append(asked.headers().entrySet()));
        return all.toString();
    }

    private static String token(Asked asked) {
        return Objects.requireNonNull(asked.header("Authorization"), asked.path())
                .substring("Bearer ".length());
    }

    private static JWTClaimsSet claims(Asked asked) throws ParseException {
        return SignedJWT.parse(token(asked)).getJWTClaimsSet();
    }

    private static Duration lifetime(JWTClaimsSet claims) {
        List<Date> span =
                Stream.of(claims.getIssueTime(), claims.getExpirationTime()).toList();
        return Duration.between(span.get(0).toInstant(), span.get(1).toInstant());
    }
}
