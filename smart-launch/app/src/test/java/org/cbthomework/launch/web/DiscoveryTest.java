package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Family 27: what an EHR says of its endpoints is believed only of its own hosts. */
@Tag("server")
class DiscoveryTest {

    private static final String CONFIGURATION = "/public/fhir/.well-known/smart-configuration";

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = app.browser();

    @Test
    void family_27_a_discovery_that_redirects_is_not_followed() {
        ehr.script(
                CONFIGURATION, asked -> Answer.redirect(ehr.base() + "/secret/fhir/.well-known/smart-configuration"));

        Page refused = browser.launch(ehr.issuer("public"), "x");

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.body()).contains("The health record could not be reached", "status 302");
        assertThat(ehr.asked("/secret/fhir/.well-known/smart-configuration")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void family_27_an_endpoint_elsewhere_is_refused(String name, String address) {
        ehr.configure("public", told -> told.put(name, address));

        Page refused = browser.launch(ehr.issuer("public"), "x");

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.body()).contains(name);
        assertThat(refused.headers().firstValue("Location")).isEmpty();
    }

    static Stream<Arguments> foreign() {
        return Stream.of("authorization_endpoint", "token_endpoint", "revocation_endpoint")
                .flatMap(name -> Stream.of(
                                "https://evil.example/token",
                                "http://localhost:1/token",
                                "http://ehr.example.org/token",
                                "http://user@localhost/token",
                                "javascript:alert(1)",
                                "not an address")
                        .map(address -> Arguments.of(name, address)));
    }

    @Test
    void an_endpoint_that_is_missing_is_named() {
        ehr.configure("public", told -> told.remove("token_endpoint"));

        assertThat(browser.launch(ehr.issuer("public"), "x").body()).contains("token_endpoint is missing");
    }

    @Test
    void relative_endpoints_are_below_the_fhir_base() {
        ehr.configure("public", told -> told.put("authorization_endpoint", "../authorize"));

        assertThat(browser.launch(ehr.issuer("public"), "x").location()).startsWith(ehr.base() + "/public/authorize?");
    }

    @Test
    void a_configuration_without_end_is_not_read_to_the_end() {
        ehr.script(CONFIGURATION, asked -> Answer.json("{\"x\":\"" + "x".repeat(300_000) + "\"}"));

        Page refused = browser.launch(ehr.issuer("public"), "x");

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.body()).contains("more than 262144 bytes");
    }

    @Test
    void a_configuration_that_is_no_json_is_refused() {
        ehr.script(CONFIGURATION, asked -> Answer.json("<html>"));

        assertThat(browser.launch(ehr.issuer("public"), "x").body()).contains("smart-configuration is no JSON");
    }

    @Test
    void family_27_a_token_endpoint_that_redirects_is_sent_no_secret_twice() {
        ehr.script("/secret/token", asked -> Answer.redirect(ehr.base() + "/public/token"));

        Page refused = browser.open(ehr, "secret");

        assertThat(refused.status()).isEqualTo(502);
        assertThat(ehr.asked("/public/token")).isEmpty();
    }

    @Test
    void family_27_keys_elsewhere_are_not_fetched() {
        ehr.script(
                "/public/.well-known/openid-configuration",
                asked -> Answer.json(
                        "{\"issuer\":\"" + ehr.base() + "/public\",\"jwks_uri\":\"" + FakeEhr.ELSEWHERE + "/keys\"}"));

        Page refused = browser.open(ehr, "public");

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.body()).contains("jwks_uri is on");
    }
}
