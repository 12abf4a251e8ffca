package org.cbthomework.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cbthomework.launch.ehr.InvalidSetting;
import org.cbthomework.launch.harness.RunningApp;
import org.cbthomework.practice.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @Tag("domain")
    @ValueSource(
            strings = {
                "http://homework.example.org",
                "https://homework.example.org/",
                "https://homework.example.org/app",
                "https://user@homework.example.org",
                "https://Homework.example.org",
                "homework.example.org",
                ""
            })
    void the_app_is_at_an_origin_by_https(String url) {
        assertThatThrownBy(() -> Place.of(url))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("cbt-homework.app.url is '" + url + "', which is no https address");
    }

    @Test
    @Tag("domain")
    void the_redirect_uri_follows_from_where_the_app_is() {
        assertThat(Place.of("https://homework.example.org:8443").callback())
                .hasToString("https://homework.example.org:8443/callback");
        assertThat(Place.of("http://localhost:8081").isHttps()).isFalse();
    }

    @Test
    @Tag("domain")
    void an_app_that_patients_reach_names_whom_they_can_reach_in_a_crisis() {
        assertThatThrownBy(() -> app("https://homework.example.org", List.of()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("cbt-homework.app.contacts is empty");
        assertThat(app("http://localhost:8081", List.of()).contacts()).isEmpty();
        assertThat(app("https://homework.example.org", List.of(new Contact("Emergency", "tel:112", null)))
                        .contacts())
                .hasSize(1);
    }

    private static Settings.App app(String url, List<Contact> contacts) {
        return new Settings.App(url, null, Duration.ofHours(8), 300, "Europe/Berlin", contacts);
    }

    @ParameterizedTest
    @Tag("server")
    @CsvSource({
        "cbt-homework.app.launch-lifetime, 0s, is PT0S",
        "cbt-homework.app.default-timezone, Mars/Base, is 'Mars/Base'",
        "cbt-homework.app.launches-per-minute, 0, is 0",
        "cbt-homework.app.key, short, is no key of 32 bytes",
        "cbt-homework.ehrs[4].algorithm, RS384, is given"
    })
    void a_setting_that_cannot_be_prevents_the_start_and_is_named(String setting, String value, String words) {
        assertThatThrownBy(() -> RunningApp.start(Ports.free(), folder, "--" + setting + "=" + value))
                .rootCause()
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith(setting + " " + words)
                .hasMessageContaining("; ");
    }
}
