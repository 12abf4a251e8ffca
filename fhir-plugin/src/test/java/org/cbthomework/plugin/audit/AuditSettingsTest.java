package org.cbthomework.plugin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.cbthomework.plugin.audit.AuditSettings.Mode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;

@Tag("domain")
class AuditSettingsTest {

    private static AuditSettings parse(Map<String, Object> settings, boolean isGuarded) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new MapPropertySource("test", settings));
        return AuditSettings.parse(new PropertySourcesPropertyResolver(sources), isGuarded);
    }

    @Test
    void where_access_is_guarded_there_is_an_audit() {
        assertThat(parse(Map.of(), true)).isEqualTo(new AuditSettings(Mode.ON, 60));
        assertThat(parse(Map.of(), false).mode()).isEqualTo(Mode.OFF);
    }

    @ParameterizedTest
    @CsvSource({"on, ON", "true, ON", "off, OFF", "false, OFF", "lenient, LENIENT"})
    void it_can_be_switched(String text, Mode mode) {
        assertThat(parse(Map.of("cbt-homework.audit", text), false).mode()).isEqualTo(mode);
    }

    @Test
    void what_cannot_be_read_is_told_with_the_remedy() {
        assertThatThrownBy(() -> parse(Map.of("cbt-homework.audit", "maybe"), true))
                .hasMessage("cbt-homework.audit is 'maybe'; use on, lenient or off, or leave it out");
        assertThatThrownBy(() -> parse(Map.of("cbt-homework.audit-refusals-of-strangers", "0"), true))
                .hasMessageContaining("at least 1");
    }
}
