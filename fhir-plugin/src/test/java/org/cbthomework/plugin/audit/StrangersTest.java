package org.cbthomework.plugin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.cbthomework.plugin.audit.Strangers.Told;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class StrangersTest {

    private static final String THERE = "192.0.2.7";

    private final Hand hand = new Hand();
    private final Strangers strangers = new Strangers(hand, 2);

    @Test
    void so_many_in_a_minute_are_told_each_then_that_the_rest_is_counted_then_how_many() {
        assertThat(strangers.refused(THERE)).isEqualTo(new Told.Itself(0));
        assertThat(strangers.refused(THERE)).isEqualTo(new Told.Itself(0));
        assertThat(strangers.refused(THERE)).isEqualTo(new Told.OnlyThatTheyAreCounted());
        assertThat(strangers.refused(THERE)).isEqualTo(new Told.Nothing());
        assertThat(strangers.refused(THERE)).isEqualTo(new Told.Nothing());

        hand.now = hand.now.plus(Duration.ofMinutes(1));

        assertThat(strangers.refused(THERE)).isEqualTo(new Told.Itself(3));
        assertThat(strangers.refused(THERE)).isEqualTo(new Told.Itself(0));
    }

    @Test
    void each_address_counts_for_itself_until_there_are_too_many_to_remember() {
        for (int address = 0; address < 1000; address++) {
            assertThat(strangers.refused("a" + address)).isEqualTo(new Told.Itself(0));
        }

        assertThat(strangers.refused("b1")).isEqualTo(new Told.Itself(0));
        assertThat(strangers.refused("b2")).isEqualTo(new Told.Itself(0));
        assertThat(strangers.refused("b3")).isEqualTo(new Told.OnlyThatTheyAreCounted());
        assertThat(strangers.refused("a1")).isEqualTo(new Told.Itself(0));

        hand.now = hand.now.plus(Duration.ofMinutes(2));

        assertThat(strangers.refused("b3")).as("remembered again").isEqualTo(new Told.Itself(0));
    }

    private static final class Hand extends Clock {

        private Instant now = Asking.NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
