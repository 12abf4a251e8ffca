package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.cbthomework.practice.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class LaunchFloodTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void too_many_launches_from_one_address_wait_and_another_address_does_not() {
        RunningApp.EHR.reset();
        RunningApp app = RunningApp.start(
                Ports.free(),
                folder,
                "--cbt-homework.app.launches-per-minute=4",
                "--server.forward-headers-strategy=native");
        try {
            Browser browser = app.browser();
            String opened = browser.open(RunningApp.EHR, "public").location();
            browser.launch(RunningApp.EHR.issuer("public"), "x");
            assertThat(browser.get("/callback").status()).isEqualTo(400);
            int asked = RunningApp.EHR.asked().size();

            Page refused = browser.launch(RunningApp.EHR.issuer("public"), "x");

            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 16);
            assertThat(refused.body()).contains("That was too often in a short time");
            assertThat(browser.get("/callback").status()).isEqualTo(429);
            assertThat(RunningApp.EHR.asked()).hasSize(asked);
            assertThat(browser.get(opened).status()).isEqualTo(200);
            String other = "/launch?iss=https%3A%2F%2Funknown.example";
            assertThat(browser.get(other, "X-Forwarded-For", "203.0.113.7").status())
                    .isEqualTo(400);
        } finally {
            app.stop();
        }
    }

    @Test
    @Tag("domain")
    void of_ipv6_the_first_half_counts() {
        assertThat(LaunchFlood.network("2001:db8:1:2:3:4:5:6")).isEqualTo(LaunchFlood.network("2001:db8:1:2:9:9:9:9"));
        assertThat(LaunchFlood.network("2001:db8:1:2:3:4:5:6"))
                .isNotEqualTo(LaunchFlood.network("2001:db8:1:3:3:4:5:6"));
        assertThat(LaunchFlood.network("203.0.113.7")).isEqualTo("203.0.113.7");
    }
}
