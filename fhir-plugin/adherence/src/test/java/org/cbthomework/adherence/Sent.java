package org.cbthomework.adherence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.cbthomework.adherence.schedule.OccasionKey;

/** A response of a test's patient: complete, on the phone, received at once, unless the test says otherwise. */
record Sent(
        OffsetDateTime authored,
        Optional<Instant> received,
        HandIn.Author by,
        Submission.State state,
        Completeness completeness,
        Optional<OccasionKey> occasion) {

    static final Completeness WHOLE = new Completeness(3, 3, true);

    static Sent at(String time) {
        return time.length() > "2026-03-02T20:00:00".length()
                ? of(OffsetDateTime.parse(time))
                : of(LocalDateTime.parse(time).atZone(Homework.BERLIN).toOffsetDateTime());
    }

    private static Sent of(OffsetDateTime authored) {
        return new Sent(
                authored, Optional.empty(), HandIn.Author.PATIENT, Submission.State.COMPLETED, WHOLE, Optional.empty());
    }

    Sent in(ZoneId zone) {
        OffsetDateTime there = authored.toLocalDateTime().atZone(zone).toOffsetDateTime();
        return new Sent(there, received, by, state, completeness, occasion);
    }

    Sent received(String time) {
        Instant moment = LocalDateTime.parse(time).atZone(Homework.BERLIN).toInstant();
        return new Sent(authored, Optional.of(moment), by, state, completeness, occasion);
    }

    Sent by(HandIn.Author author) {
        return new Sent(authored, received, author, state, completeness, occasion);
    }

    Sent state(Submission.State changed) {
        return new Sent(authored, received, by, changed, completeness, occasion);
    }

    Sent answering(int answered, int required) {
        return new Sent(authored, received, by, state, new Completeness(answered, required, true), occasion);
    }

    Sent forOccasion(String key) {
        return new Sent(authored, received, by, state, completeness, Optional.of(new OccasionKey(key)));
    }

    Submission submission(String id) {
        HandIn handIn =
                new HandIn(Optional.of(HandIn.Authored.at(authored)), received.orElse(authored.toInstant()), by);
        return new Submission(id, state, handIn, completeness, occasion);
    }
}
