package org.cbthomework.demo.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cbthomework.demo.authorization.Web.Page;
import org.cbthomework.demo.harness.EhrOnH2;
import org.junit.jupiter.api.Test;

@EhrOnH2
class CodeTest extends SmartServer {

    private static final String SCOPE = "openid user/*.rs offline_access";

    @Test
    void a_code_is_exchanged_once_and_brought_again_ends_what_it_granted() {
        for (App either : new App[] {app, confidential}) {
            String code = code(either);
            Page tokens = either.exchange(code);
            assertThat(tokens.status()).isEqualTo(200);

            Page again = either.exchange(code);

            assertThat(again.status()).isEqualTo(400);
            assertThat(again.told("error")).isEqualTo("invalid_grant");
            assertThat(confidential.introspect(tokens.told("access_token")).told("active"))
                    .isEqualTo("false");
            assertThat(either.refresh(tokens).told("error")).isEqualTo("invalid_grant");
        }
    }

    @Test
    void a_code_without_its_verifier_is_worth_nothing() {
        for (App either : new App[] {app, confidential}) {
            assertThat(either.exchange(code(either), App.VERIFIER + "x").status())
                    .isGreaterThanOrEqualTo(400);
            assertThat(either.exchange(code(either), "").status()).isGreaterThanOrEqualTo(400);
            assertThat(either.token(Map.of(
                                    "grant_type",
                                    "authorization_code",
                                    "code",
                                    code(either),
                                    "redirect_uri",
                                    App.REDIRECT))
                            .status())
                    .isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void a_code_is_of_the_app_it_was_given_to() {
        assertThat(confidential.exchange(code(app)).told("error")).isEqualTo("invalid_grant");
    }

    @Test
    void a_code_goes_with_its_redirect_uri() {
        Page answered = confidential.token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code(confidential),
                "redirect_uri",
                App.REDIRECT + "/",
                "code_verifier",
                App.VERIFIER));

        assertThat(answered.told("error")).isEqualTo("invalid_grant");
    }

    @Test
    void a_wrong_secret_or_one_in_the_form_is_refused() {
        App wrong = new App(base(), confidential.id(), "wrong");
        assertThat(wrong.exchange(code(confidential)).status()).isEqualTo(401);

        Page inTheForm = new Web(base())
                .post(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code(confidential),
                                "redirect_uri",
                                App.REDIRECT,
                                "code_verifier",
                                App.VERIFIER,
                                "client_id",
                                confidential.id(),
                                "client_secret",
                                "s3cret"));
        assertThat(inTheForm.status()).isEqualTo(401);
        assertThat(inTheForm.told("error")).isEqualTo("invalid_client");
    }

    @Test
    void a_confidential_app_does_not_pass_for_a_public_one() {
        App posing = new App(base(), confidential.id(), null);

        assertThat(posing.exchange(code(confidential)).status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void the_integrators_client_is_granted_scopes_of_the_system_alone() {
        App tour = new App(base(), "cbt-homework-tour", "tour");

        Page tokens = tour.token(Map.of("grant_type", "client_credentials", "scope", "system/*.cruds user/*.rs"));

        assertThat(tokens.scopes()).containsExactly("system/*.cruds");
        assertThat(App.claims(tokens.told("access_token")).getSubject()).isEqualTo("cbt-homework-tour");
        assertThat(App.claims(tokens.told("access_token")).getClaims()).doesNotContainKeys("fhirUser", "patient");
        assertThat(tokens.json().has("refresh_token")).isFalse();
        for (String scope : new String[] {"user/*.rs", "", "openid"}) {
            assertThat(tour.token(Map.of("grant_type", "client_credentials", "scope", scope))
                            .told("error"))
                    .as(scope)
                    .isEqualTo("invalid_scope");
        }
        assertThat(tour.token(Map.of("grant_type", "password", "username", CLINICIAN, "password", "demo"))
                        .status())
                .isEqualTo(400);
    }

    private String code(App of) {
        return App.code(of.consent(browser(CLINICIAN), SCOPE, SCOPE, null));
    }
}
