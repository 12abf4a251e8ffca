package org.cbthomework.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class SettingsTest {

    @Test
    void what_is_left_out_is_none() {
        Settings settings = Settings.parse("", "", "PT1S");
        assertThat(settings.defaultZone()).isEmpty();
        assertThat(settings.outages()).isEmpty();
        assertThat(settings.publishEvery()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_zone_is_an_iana_name() {
        assertThat(Settings.parse("Europe/Berlin", "", "PT0S").defaultZone()).contains(ZoneId.of("Europe/Berlin"));
        assertThatThrownBy(() -> Settings.parse("CET+1", "", "PT0S"))
                .hasMessage("cbt-homework.default-timezone is 'CET+1', which is unknown; use an IANA name such as"
                        + " Europe/Berlin, or leave it out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1S", "1 second", ""})
    void what_is_no_duration_is_refused(String text) {
        assertThatThrownBy(() -> Settings.parse("", "", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cbt-homework.publish-every is '" + text + "', which is no duration; use one such as PT1S,"
                        + " or PT0S to leave publishing to other nodes");
    }
}
