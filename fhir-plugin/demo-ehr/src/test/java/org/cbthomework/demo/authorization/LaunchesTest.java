package org.cbthomework.demo.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cbthomework.demo.harness.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class LaunchesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LaunchContext CONTEXT = LaunchContext.NONE.patient("one");

    private final SettableClock clock = new SettableClock();
    private final Launches launches = new Launches(clock);

    @BeforeEach
    void stopTheClock() {
        clock.setTo(NOW);
    }

    @Test
    void a_launch_is_redeemed_within_five_minutes() {
        String handle = launches.begin("who", "app", CONTEXT);
        clock.setTo(NOW.plusSeconds(299));

        assertThat(launches.redeem(handle, "who", "app")).contains(CONTEXT);
    }

    @Test
    void a_launch_expires_after_five_minutes() {
        String handle = launches.begin("who", "app", CONTEXT);
        clock.setTo(NOW.plusSeconds(300));

        assertThat(launches.redeem(handle, "who", "app")).isEmpty();
    }

    @Test
    void a_launch_that_another_brought_is_used_up() {
        String handle = launches.begin("who", "app", CONTEXT);

        assertThat(launches.redeem(handle, "other", "app")).isEmpty();
        assertThat(launches.redeem(handle, "who", "app")).isEmpty();
    }

    @Test
    void handles_say_nothing_and_differ() {
        String first = launches.begin("who", "app", CONTEXT);

        assertThat(first).hasSize(32).doesNotContain("one", "who", "app");
        assertThat(launches.begin("who", "app", CONTEXT)).isNotEqualTo(first);
    }
}
