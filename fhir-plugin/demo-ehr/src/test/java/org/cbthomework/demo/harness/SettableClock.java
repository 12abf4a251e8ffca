package org.cbthomework.demo.harness;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's time in UTC until a test sets it; whoever sets it calls {@link #followTheSystem()} afterwards. */
public final class SettableClock extends Clock {

    private volatile Clock time = Clock.systemUTC();

    /** Stops the clock at an instant. */
    public void setTo(Instant instant) {
        time = Clock.fixed(instant, ZoneOffset.UTC);
    }

    public void followTheSystem() {
        time = Clock.systemUTC();
    }

    @Override
    public Instant instant() {
        return time.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** A view in another zone that follows every later setting. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return SettableClock.this.withZone(other);
            }

            @Override
            public Instant instant() {
                return SettableClock.this.instant();
            }
        };
    }
}
