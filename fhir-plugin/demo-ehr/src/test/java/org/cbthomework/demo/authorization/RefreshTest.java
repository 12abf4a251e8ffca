package org.cbthomework.demo.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cbthomework.demo.authorization.Web.Page;
import org.cbthomework.demo.harness.EhrOnH2;
import org.junit.jupiter.api.Test;

@EhrOnH2
class RefreshTest extends SmartServer {

    private static final String SCOPE = "openid fhirUser launch/patient patient/*.rs patient/Task.rs offline_access";

    @Test
    void refreshing_tells_the_context_again_and_gives_another_refresh_token() {
        for (App either : new App[] {app, confidential}) {
            Page first = either.tokens(browser(CLINICIAN), SCOPE, PATIENT);

            Page second = either.refresh(first);

            assertThat(second.status()).isEqualTo(200);
            assertThat(second.header("Cache-Control")).contains("no-store");
            assertThat(second.header("Pragma")).isEqualTo("no-cache");
            assertThat(second.told("token_type")).isEqualTo("Bearer");
            assertThat(second.json().path("expires_in").asInt()).isPositive();
            assertThat(second.told("patient")).isEqualTo(PATIENT);
            assertThat(second.scopes()).containsExactlyInAnyOrder(SCOPE.split(" "));
            assertThat(second.told("access_token")).isNotEqualTo(first.told("access_token"));
            assertThat(second.told("refresh_token")).isNotBlank().isNotEqualTo(first.told("refresh_token"));
            assertThat(App.claims(second.told("access_token")).getClaim("patient"))
                    .isEqualTo(PATIENT);
        }
    }

    @Test
    void a_refresh_token_that_comes_a_second_time_ends_all_that_was_granted_with_it() {
        Page first = app.tokens(browser(CLINICIAN), SCOPE, PATIENT);
        Page second = app.refresh(first);

        assertThat(app.refresh(first).told("error")).isEqualTo("invalid_grant");

        assertThat(app.refresh(second).told("error")).isEqualTo("invalid_grant");
        assertThat(confidential.introspect(second.told("access_token")).told("active"))
                .isEqualTo("false");
    }

    @Test
    void less_may_be_asked_for_and_all_of_it_again_later() {
        Page first = app.tokens(browser(CLINICIAN), SCOPE, PATIENT);

        Page less = app.refresh(first, "scope", "patient/Task.rs");
        assertThat(less.scopes()).containsExactly("patient/Task.rs");
        assertThat(App.claims(less.told("access_token")).getClaim("scope")).isEqualTo("patient/Task.rs");

        assertThat(app.refresh(less).scopes()).containsExactlyInAnyOrder(SCOPE.split(" "));
    }

    @Test
    void more_than_was_granted_is_refused() {
        Page first = app.tokens(browser(CLINICIAN), SCOPE, PATIENT);

        assertThat(app.refresh(first, "scope", SCOPE + " patient/*.cruds").told("error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    void there_is_no_refresh_token_without_offline_or_online_access() {
        Page tokens = app.tokens(browser(CLINICIAN), "openid user/*.rs", null);

        assertThat(tokens.json().has("refresh_token")).isFalse();
    }

    @Test
    void a_refresh_token_is_of_the_app_it_was_given_to() {
        Page tokens = app.tokens(browser(CLINICIAN), SCOPE, PATIENT);

        assertThat(confidential.refresh(tokens).told("error")).isEqualTo("invalid_grant");
        Page secret = confidential.tokens(browser(CLINICIAN), SCOPE, PATIENT);
        assertThat(new App(base(), confidential.id(), null).refresh(secret).status())
                .as("without the secret")
                .isEqualTo(401);
    }

    @Test
    void online_access_ends_when_its_person_signs_out() {
        Web browser = browser("demo-dose");
        Page online = app.tokens(browser, "openid user/*.rs online_access", null);
        Page refreshed = app.refresh(online);
        assertThat(refreshed.status()).isEqualTo(200);

        String token = browser.get("/my-homework").hidden("_csrf");
        browser.post("/logout", Map.of("_csrf", token));

        assertThat(app.refresh(refreshed).told("error")).isEqualTo("invalid_grant");
    }

    @Test
    void offline_access_goes_on_when_its_person_signs_out() {
        Web browser = browser("demo-dose");
        Page offline = app.tokens(browser, "openid user/*.rs offline_access", null);

        String token = browser.get("/my-homework").hidden("_csrf");
        browser.post("/logout", Map.of("_csrf", token));

        assertThat(app.refresh(offline).status()).isEqualTo(200);
    }
}
