package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Asked;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Family 35: a refresh token is used once, by one request, and what it renews is the same launch. */
@Tag("server")
class RenewalTest {

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = app.browser();

    /** Opens a launch whose token is renewed at the next request. */
    private String openWith(int seconds) {
        ehr.grant(granted -> {
            granted.put("expires_in", seconds);
            granted.put("refresh_token", "first");
        });
        String opened = browser.open(ehr, "public").location();
        ehr.grant(granted -> {});
        return opened;
    }

    private List<Asked> renewals() {
        return ehr.asked("/public/token").stream()
                .filter(asked -> "refresh_token".equals(asked.form().get("grant_type")))
                .toList();
    }

    @Test
    void a_token_about_to_end_is_renewed_with_the_refresh_token() {
        String opened = openWith(1);

        Page context = browser.get(opened + "api/context");

        assertThat(context.status()).isEqualTo(200);
        assertThat(renewals())
                .singleElement()
                .satisfies(asked -> assertThat(asked.form())
                        .containsEntry("refresh_token", "first")
                        .containsEntry("client_id", "app-public")
                        .doesNotContainKey("scope"));
    }

    @Test
    void family_35_each_renewal_uses_the_refresh_token_of_the_one_before() {
        String opened = openWith(1);
        ehr.grant(granted -> {
            granted.put("expires_in", 1);
            granted.put("refresh_token", "second");
        });
        browser.get(opened + "api/context");
        ehr.grant(granted -> granted.remove("refresh_token"));
        browser.get(opened + "api/context");

        assertThat(renewals())
                .extracting(asked -> asked.form().get("refresh_token"))
                .containsExactly("first", "second");
    }

    @Test
    void family_35_requests_at_once_renew_once() {
        String opened = openWith(1);

        List<CompletableFuture<Integer>> requests = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> browser.get(opened + "api/context").status()))
                .limit(12)
                .toList();

        assertThat(requests).allSatisfy(request -> assertThat(request.join()).isEqualTo(200));
        assertThat(renewals()).hasSize(1);
    }

    @Test
    void family_35_a_refresh_token_that_is_refused_ends_the_launch() {
        String opened = openWith(1);
        ehr.script("/public/token", asked -> Answer.error("invalid_grant"));

        Page refused = browser.get(opened + "api/context");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("detail").asString()).contains("Open it again from your health record");
        assertThat(browser.get(opened).status()).isEqualTo(401);
        assertThat(renewals()).hasSize(1);
    }

    @Test
    void without_a_refresh_token_the_launch_ends_with_its_token() {
        ehr.grant(granted -> {
            granted.put("expires_in", 1);
            granted.remove("refresh_token");
        });
        String opened = browser.open(ehr, "public").location();
        await();

        assertThat(browser.get(opened).status()).isEqualTo(401);
    }

    private static void await() {
        try {
            Thread.sleep(1_200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_ehr_that_is_away_ends_nothing_while_the_token_is_good() {
        String opened = openWith(20);
        ehr.script("/public/token", asked -> Answer.status(503));

        assertThat(browser.get(opened).status()).isEqualTo(200);
    }

    @Test
    void an_ehr_that_is_away_when_the_token_is_over_is_waited_for() {
        String opened = openWith(1);
        await();
        ehr.script("/public/token", asked -> Answer.status(503));
        assertThat(browser.get(opened).status()).isEqualTo(503);

        ehr.reset();
        assertThat(browser.get(opened).status()).isEqualTo(200);
    }

    @Test
    void a_renewed_token_about_another_patient_ends_the_launch() {
        String opened = openWith(1);
        ehr.grant(granted -> granted.put("patient", "p2"));

        assertThat(browser.get(opened).status()).isEqualTo(401);
        assertThat(ehr.asked("/Patient/p2")).isEmpty();
    }

    @Test
    void what_may_be_done_follows_the_scopes_that_were_renewed() {
        String opened = openWith(1);
        ehr.grant(granted -> granted.put("scope", "patient/Patient.r"));

        Page context = browser.get(opened + "api/context");

        assertThat(context.json().path("may").path("answer").asBoolean()).isFalse();
        assertThat(context.json().path("may").path("seePatient").asBoolean()).isTrue();
    }
}
