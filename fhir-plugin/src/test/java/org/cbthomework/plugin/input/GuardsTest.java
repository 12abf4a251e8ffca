package org.cbthomework.plugin.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;

@Tag("domain")
class GuardsTest {

    private static Guards read(String setting, String value) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new MapPropertySource("test", Map.of("cbt-homework.input." + setting, value)));
        return Guards.read(new PropertySourcesPropertyResolver(sources));
    }

    @Test
    void all_rules_hold_with_the_usual_bounds_unless_told_otherwise() {
        assertThat(read("off", "")).isEqualTo(Guards.ALL);
    }

    @Test
    void rules_are_switched_off_by_name_or_all_at_once() {
        assertThat(read("off", "strict-parsing, media-type").rules())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Rule.STRICT_PARSING, Rule.MEDIA_TYPE)));
        assertThat(read("off", "all").rules()).isEmpty();
    }

    @Test
    void a_bound_is_changed_by_its_name() {
        assertThat(read("resource-bytes", "4096").limits().resourceBytes()).isEqualTo(4096);
    }

    @Test
    void what_cannot_be_read_is_told_with_the_remedy() {
        assertThatThrownBy(() -> read("off", "everything"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cbt-homework.input.off has 'everything'")
                .hasMessageContaining("body-size");
        assertThatThrownBy(() -> read("depth", "-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cbt-homework.input.depth is '-1'");
        assertThatThrownBy(() -> read("depth", "1e3")).isInstanceOf(IllegalArgumentException.class);
    }
}
