package org.cbthomework.launch.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.client.exceptions.NonFhirResponseException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.cbthomework.launch.homework.HomeworkAway;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the server: reads again if it was busy, writes once. */
final class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private static final Set<Integer> BUSY = Set.of(429, 503);
    private static final int TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final int SERVER_ERROR = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAUTHORIZED = 401;

    private final RetryAfter retryAfter;
    private final boolean isBeside;

    /** @param isBeside whether the server is asked with what the app grants itself */
    Asking(RetryAfter retryAfter, boolean isBeside) {
        this.retryAfter = retryAfter;
        this.isBeside = isBeside;
    }

    <T> T read(Supplier<T> question) {
        for (int tried = 1; ; tried++) {
            try {
                return once(question);
            } catch (HomeworkAway away) {
                boolean mayTryAgain = tried < TRIES
                        && away.getCause() instanceof BaseServerResponseException answer
                        && BUSY.contains(answer.getStatusCode())
                        && away.waitFor().compareTo(LONGEST_WAIT) <= 0;
                if (!mayTryAgain) {
                    throw away;
                }
                pause(away);
            }
        }
    }

    /** Nothing is written twice: whether the first try was heard is not known. */
    <T> T write(Supplier<T> deed) {
        return once(deed);
    }

    private <T> T once(Supplier<T> question) {
        try {
            return question.get();
        } catch (FhirClientConnectionException unreachable) {
            throw unreachable.getCause() instanceof DataFormatException
                    ? unreadable(unreachable)
                    : new HomeworkAway(LONGEST_WAIT, unreachable);
        } catch (NonFhirResponseException | DataFormatException unreadable) {
            throw unreadable(unreadable);
        } catch (BaseServerResponseException answer) {
            int status = answer.getStatusCode();
            if (status >= SERVER_ERROR || BUSY.contains(status)) {
                throw new HomeworkAway(retryAfter.told(), answer);
            }
            if (isBeside && status == UNAUTHORIZED) {
                // No launch is over: the two servers disagree.
                LOG.error(
                        "The homework server does not accept what the app grants: {}. Does it trust the app's address and"
                                + " jwks.json for this EHR, and do their clocks agree?",
                        Outcome.of(answer));
                throw new HomeworkRefused(BAD_GATEWAY, "refusal.homework.unknown-app", answer);
            }
            throw new HomeworkRefused(status, Outcome.of(answer), answer);
        }
    }

    /** The message may quote what was answered. */
    private static HomeworkRefused unreadable(Exception cause) {
        return new HomeworkRefused(BAD_GATEWAY, "refusal.homework.no-fhir", cause);
    }

    private static void pause(HomeworkAway away) {
        try {
            Thread.sleep(away.waitFor().toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }
}
