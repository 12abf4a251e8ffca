package org.cbthomework.demo.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cbthomework.demo.authorization.Web.Page;
import org.cbthomework.demo.harness.EhrOnH2;
import org.junit.jupiter.api.Test;

@EhrOnH2
class AuthorizationRequestTest extends SmartServer {

    private static final String SCOPE = "openid user/*.rs";

    @Test
    void a_request_without_a_challenge_by_s256_is_refused() {
        for (String[] wrong : new String[][] {
            {"code_challenge", ""},
            {"code_challenge", "too-short"},
            {"code_challenge_method", "plain"},
            {"code_challenge_method", ""}
        }) {
            assertSentBack(app.asking(SCOPE, wrong));
        }
        for (String missing : List.of("code_challenge", "code_challenge_method")) {
            Map<String, Object> asking = app.asking(SCOPE);
            asking.remove(missing);
            assertSentBack(asking);
        }
    }

    @Test
    void a_request_for_another_server_or_none_is_refused() {
        Map<String, Object> without = app.asking(SCOPE);
        without.remove("aud");
        assertSentBack(without);
        for (String aud :
                List.of("https://ehr.example.org/fhir", base(), base() + "/fhir/Patient", base() + "/fhir//")) {
            assertSentBack(app.asking(SCOPE, "aud", aud));
        }
        Map<String, Object> twice = app.asking(SCOPE);
        twice.put("aud", List.of(base() + "/fhir", "https://ehr.example.org/fhir"));
        assertThat(app.ask(browser(CLINICIAN), twice).body()).doesNotContain("code=");
    }

    @Test
    void a_slash_at_the_end_of_aud_does_not_matter() {
        assertThat(app.ask(browser(CLINICIAN), app.asking(SCOPE, "aud", base() + "/fhir/"))
                        .location())
                .contains("/consent?");
    }

    @Test
    void nobody_is_sent_to_an_address_that_is_not_registered_to_the_letter() {
        for (String redirect : List.of(
                App.REDIRECT + "/",
                App.REDIRECT + "?more=1",
                App.REDIRECT + "#part",
                "http://app.example.org/callback",
                "https://app.example.org:444/callback",
                "https://app.example.org/Callback",
                "https://app.example.org.evil.example/callback",
                "https://app.example.org@evil.example/callback",
                "https://evil.example/?https://app.example.org/callback",
                "javascript:alert(1)")) {
            Page answered = app.ask(browser(CLINICIAN), app.asking(SCOPE, "redirect_uri", redirect));

            assertThat(answered.status()).as(redirect).isEqualTo(400);
            assertThat(answered.headers().firstValue("Location")).isEmpty();
        }
        Map<String, Object> without = app.asking(SCOPE);
        without.remove("redirect_uri");
        assertThat(app.ask(browser(CLINICIAN), without).status()).isEqualTo(400);
    }

    @Test
    void an_app_that_is_not_registered_gets_nothing() {
        Page answered = app.ask(browser(CLINICIAN), app.asking(SCOPE, "client_id", "nobody"));

        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void a_request_that_is_posted_is_answered_as_one_that_is_got() {
        for (String scope : List.of(SCOPE, "user/*.rs")) {
            Web browser = browser(CLINICIAN);

            Page posted = browser.post("/oauth2/authorize", app.asking(scope));

            assertThat(posted.status()).isEqualTo(303);
            assertThat(browser.get(posted.location()).location()).contains("/consent?");
        }
    }

    @Test
    void requests_by_reference_are_not_answered() {
        assertThat(app.ask(browser(CLINICIAN), app.asking(SCOPE, "request_uri", "urn:x"))
                        .body())
                .doesNotContain("code=");
        assertThat(new Web(base()).post("/oauth2/par", app.asking(SCOPE)).status())
                .isEqualTo(404);
    }

    @Test
    void the_issuer_is_ours_whatever_host_a_request_was_sent_to() {
        Page told = new Web(base().replace("localhost", "127.0.0.1")).get("/.well-known/openid-configuration");

        assertThat(told.told("issuer")).isEqualTo(base());
        assertThat(told.told("token_endpoint")).isEqualTo(base() + "/oauth2/token");
    }

    private void assertSentBack(Map<String, Object> asking) {
        Page answered = app.ask(browser(CLINICIAN), asking);

        assertThat(answered.location()).as(asking.toString()).startsWith(App.REDIRECT + "?error=invalid_request");
        assertThat(answered.sent("state")).isEqualTo("state & more");
        assertThat(answered.sent("code")).isNull();
    }
}
