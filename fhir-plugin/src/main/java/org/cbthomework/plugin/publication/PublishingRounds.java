package org.cbthomework.plugin.publication;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.cbthomework.plugin.ledger.Publications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Publishes whatever is due, a round at a time, on one node at a time. Should a node hang so long that another takes over,
 * both end with the same resources: the lock saves work, it does not keep anything right.
 */
final class PublishingRounds {

    private static final Logger LOG = LoggerFactory.getLogger(PublishingRounds.class);

    private static final String LOCK = "publishing";

    /** After this long another node may take over from one that has died. */
    private static final Duration LOCKED_AT_MOST = Duration.ofSeconds(30);

    /** A round begins no patient after this long, and so ends well before its lock. */
    private static final Duration ROUND = Duration.ofSeconds(10);

    private static final int MOST_AT_ONCE = 50;
    private static final int TRIES_AT_ONCE = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 10;

    private final Publishing publishing;
    private final Publications publications;
    private final LockProvider locks;
    private final Clock clock;

    PublishingRounds(Publishing publishing, Publications publications, LockProvider locks, Clock clock) {
        this.publishing = publishing;
        this.publications = publications;
        this.locks = locks;
        this.clock = clock;
    }

    /** Publishes all that is due now, unless another node is at it. */
    void run() {
        long begun = System.nanoTime();
        Optional<SimpleLock> lock =
                locks.lock(new LockConfiguration(Clock.systemUTC().instant(), LOCK, LOCKED_AT_MOST, Duration.ZERO));
        lock.ifPresent(held -> {
            try {
                List<String> due = publications.due(clock.instant(), MOST_AT_ONCE);
                while (!due.isEmpty() && System.nanoTime() - begun < ROUND.toNanos()) {
                    due.stream()
                            .takeWhile(subject -> System.nanoTime() - begun < ROUND.toNanos())
                            .forEach(this::publish);
                    due = publications.due(clock.instant(), MOST_AT_ONCE);
                }
            } finally {
                held.unlock();
            }
        });
    }

    private void publish(String subject) {
        try {
            publishAgainOnConflict(subject);
        } catch (RuntimeException e) {
            int attempts = publications.attempts(subject) + 1;
            Duration wait = Duration.ofSeconds(1L << Math.min(attempts, DOUBLINGS));
            Instant again = clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
            publications.planAttempt(subject, attempts, again);
            LOG.warn(
                    "Publishing a patient's homework went wrong for the {}. time in a row ({}); trying again at {}",
                    attempts,
                    place(e),
                    again);
        }
    }

    /** What went wrong and where; a message might repeat what a patient wrote. */
    private static String place(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** A client may change at the same moment what is being published. */
    private void publishAgainOnConflict(String subject) {
        for (int attempt = 1; ; attempt++) {
            try {
                publishing.publish(subject);
                return;
            } catch (ResourceVersionConflictException | ConcurrencyFailureException conflict) {
                if (attempt == TRIES_AT_ONCE) {
                    throw conflict;
                }
            }
        }
    }
}
