package org.cbthomework.plugin.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.cbthomework.adherence.schedule.Stretch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class OutagesTest {

    @Test
    void outages_are_read_in_any_offset() {
        assertThat(Outages.parse("2026-03-05T22:00+01:00/2026-03-06T04:00+01:00, 2026-04-01T00:00Z/2026-04-01T01:00Z"))
                .containsExactly(
                        new Stretch(Instant.parse("2026-03-05T21:00:00Z"), Instant.parse("2026-03-06T03:00:00Z")),
                        new Stretch(Instant.parse("2026-04-01T00:00:00Z"), Instant.parse("2026-04-01T01:00:00Z")));
        assertThat(Outages.parse(" ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-03-05/2026-03-06",
                "2026-03-05T22:00Z",
                "2026-03-05T22:00Z/",
                "2026-03-06T22:00Z/2026-03-05T22:00Z"
            })
    void what_is_no_stretch_of_time_is_refused_with_an_example(String setting) {
        assertThatThrownBy(() -> Outages.parse(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cbt-homework.outages has '" + setting + "'")
                .hasMessageEndingWith("as in 2026-03-05T22:00+01:00/2026-03-06T04:00+01:00");
    }
}
