package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Asked;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Families 28 to 30, 32, 33 and 37: only the answer to the browser's own request opens anything. */
@Tag("server")
class CallbackTest {

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = app.browser();

    private Map<String, String> answer(Page sent) {
        Map<String, String> request = Asked.query(sent.location());
        return new HashMap<>(Map.of(
                "code", ehr.code(request), "state", request.getOrDefault("state", ""), "iss", ehr.base() + "/public"));
    }

    private Page callback(Map<String, String> answer) {
        return browser.get("/callback?" + Browser.encoded(answer));
    }

    private void assertRefused(Page page, int status, String words) {
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.body()).contains(words);
        assertThat(page.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void family_28_an_answer_without_state_is_refused() {
        Map<String, String> answer = answer(browser.launch(ehr.issuer("public"), "x"));
        answer.remove("state");

        assertRefused(callback(answer), 400, "This sign-in was not begun here");
        assertThat(ehr.asked("/token")).isEmpty();
    }

    @Test
    void family_28_a_guessed_state_is_refused() {
        Map<String, String> answer = answer(browser.launch(ehr.issuer("public"), "x"));
        answer.put("state", "guessed");

        assertRefused(callback(answer), 400, "This sign-in was not begun here");
    }

    @Test
    void family_28_a_state_is_used_once() {
        Map<String, String> answer = answer(browser.launch(ehr.issuer("public"), "x"));
        assertThat(callback(answer).status()).isEqualTo(302);

        assertRefused(callback(answer), 400, "This sign-in was not begun here");
        assertThat(ehr.asked("/token")).hasSize(1);
    }

    @Test
    void family_28_the_state_of_another_session_is_refused_and_stays_good_for_its_own() {
        Map<String, String> answer = answer(browser.launch(ehr.issuer("public"), "x"));
        Browser other = app.browser();
        other.launch(ehr.issuer("public"), "y");

        assertRefused(other.get("/callback?" + Browser.encoded(answer)), 400, "This sign-in was not begun here");
        assertRefused(app.browser().get("/callback?" + Browser.encoded(answer)), 400, "not begun here");
        assertThat(callback(answer).status()).isEqualTo(302);
    }

    @Test
    void family_28_a_parameter_that_comes_twice_is_refused() {
        Map<String, String> answer = answer(browser.launch(ehr.issuer("public"), "x"));

        assertRefused(browser.get("/callback?" + Browser.encoded(answer) + "&state=other"), 400, "not begun here");
    }

    @Test
    void family_29_an_answer_that_names_another_issuer_is_refused() {
        Map<String, String> answer = answer(browser.launch(ehr.issuer("public"), "x"));
        answer.put("iss", ehr.base() + "/secret");

        assertRefused(callback(answer), 400, "The answer came from somebody else");
        assertThat(ehr.asked("/token")).isEmpty();
    }

    @Test
    void family_29_an_answer_without_issuer_is_refused_where_it_was_promised() {
        Map<String, String> answer = answer(browser.launch(ehr.issuer("public"), "x"));
        answer.remove("iss");

        assertRefused(callback(answer), 400, "The answer came from somebody else");
        assertThat(ehr.asked("/token")).isEmpty();
    }

    @Test
    void an_answer_without_issuer_is_taken_where_none_was_promised() {
        ehr.configure("public", told -> told.remove("authorization_response_iss_parameter_supported"));
        Map<String, String> answer = answer(browser.launch(ehr.issuer("public"), "x"));
        answer.remove("iss");

        assertThat(callback(answer).status()).isEqualTo(302);
    }

    @Test
    void family_30_the_session_gets_another_id_and_the_old_one_opens_nothing() {
        Page sent = browser.launch(ehr.issuer("public"), "x");
        String planted = browser.cookies().get(0).getValue();
        String opened = callback(answer(sent)).location();

        assertThat(browser.cookies())
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.getValue()).isNotEqualTo(planted));
        assertThat(app.browser()
                        .get(opened, "Cookie", "CBT_HOMEWORK=" + planted)
                        .status())
                .isEqualTo(401);
        assertThat(browser.get(opened).status()).isEqualTo(200);
    }

    @Test
    void family_32_the_verifier_goes_with_the_code_and_belongs_to_the_challenge() {
        callback(answer(browser.launch(ehr.issuer("public"), "x")));

        assertThat(ehr.asked("/token"))
                .singleElement()
                .satisfies(
                        asked -> assertThat(asked.form().get("code_verifier")).hasSizeBetween(43, 128));
    }

    @Test
    void family_33_a_code_that_the_ehr_does_not_take_opens_nothing() {
        Map<String, String> answer = answer(browser.launch(ehr.issuer("public"), "x"));
        answer.put("code", "replayed");

        assertRefused(callback(answer), 502, "the token endpoint answers invalid_grant");
    }

    @Test
    void a_person_who_says_no_is_told_what_that_means() {
        String state = answer(browser.launch(ehr.issuer("public"), "x")).get("state");

        Page refused = callback(Map.of(
                "error",
                "access_denied",
                "error_description",
                "<b>no</b>",
                "state",
                String.valueOf(state),
                "iss",
                ehr.base() + "/public"));

        assertRefused(refused, 403, "You did not allow it");
        assertThat(refused.body()).doesNotContain("<b>no</b>");
    }

    @Test
    void an_error_of_the_ehr_is_told_by_its_code_alone() {
        String state = answer(browser.launch(ehr.issuer("public"), "x")).get("state");

        Page refused =
                callback(Map.of("error", "<script>", "state", String.valueOf(state), "iss", ehr.base() + "/public"));

        assertRefused(refused, 502, "the EHR answers an error without a code");
    }

    @Test
    void an_ehr_that_is_busy_is_told_apart_from_one_that_says_no() {
        ehr.script("/public/token", asked -> Answer.status(503));

        assertRefused(browser.open(ehr, "public"), 503, "The health record does not answer");
    }

    @Test
    void a_patient_who_is_no_id_is_refused() {
        ehr.grant(granted -> granted.put("patient", "../Patient/p2"));

        assertRefused(browser.open(ehr, "public"), 502, "patient beside the token is no id of FHIR");
    }

    @Test
    void family_37_nobody_is_sent_where_a_parameter_says() {
        String further = "&redirect_uri=https://evil.example&redirect=https://evil.example&url=//evil.example";
        Page sent =
                browser.get("/launch?" + Browser.encoded(Map.of("iss", ehr.issuer("public"), "launch", "x")) + further);
        Page opened = browser.get("/callback?" + Browser.encoded(answer(sent)) + further);

        assertThat(sent.location()).startsWith(ehr.base() + "/").doesNotContain("evil");
        assertThat(opened.location()).startsWith(app.base() + "/l/").doesNotContain("evil");
    }
}
