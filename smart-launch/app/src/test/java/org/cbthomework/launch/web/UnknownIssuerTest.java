package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.stream.Stream;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Families 25 and 26: nobody has the app connect to where it was not told to. */
@Tag("server")
class UnknownIssuerTest {

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;

    @Test
    void family_25_an_unknown_issuer_is_refused_and_nobody_connects_to_it() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(700);

            Page refused = app.browser().launch("http://localhost:" + listening.getLocalPort() + "/fhir", "x");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("This health record is not known here", "/start");
            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("lookalikes")
    void family_26_what_only_looks_like_a_registered_issuer_is_refused(String issuer) {
        Page refused = app.browser().launch(issuer, "x");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain(issuer);
        assertThat(refused.header("Set-Cookie")).isEmpty();
        assertThat(ehr.asked()).isEmpty();
    }

    static Stream<String> lookalikes() {
        String base = RunningApp.EHR.base();
        String port = base.substring(base.lastIndexOf(':'));
        String path = port + "/public/fhir";
        return Stream.of(
                "http://localhost" + path + "/",
                "http://LOCALHOST" + path,
                "HTTP://localhost" + path,
                "http://127.0.0.1" + path,
                "http://127.1" + path,
                "http://[::1]" + path,
                "http://2130706433" + path,
                "http://169.254.169.254/public/fhir",
                "http://user@localhost" + path,
                "http://localhost.evil.example" + path,
                "http://localhost" + path + "?x=1",
                "http://localhost" + path + "#x",
                "http://localhost" + port + "/public/../public/fhir",
                "http://localhost" + port + "/public/%66hir",
                "https://localhost" + path,
                "//localhost" + path,
                "file:///etc/passwd",
                "jar:http://localhost" + path + "!/",
                " http://localhost" + path,
                "http://localhost" + path + "\u0000",
                "<script>alert(1)</script>");
    }

    @Test
    void without_an_issuer_or_with_two_the_app_asks_nobody() {
        Page none = app.browser().get("/launch?launch=x");
        Page two = app.browser()
                .get("/launch?" + Browser.encoded(Map.of("iss", ehr.issuer("public"))) + "&"
                        + Browser.encoded(Map.of("iss", ehr.issuer("secret"))));

        assertThat(none.status()).isEqualTo(400);
        assertThat(two.status()).isEqualTo(400);
        assertThat(ehr.asked()).isEmpty();
    }
}
