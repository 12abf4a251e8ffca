package org.cbthomework.benchmark;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cbthomework.adherence.Completeness;
import org.cbthomework.adherence.HandIn;
import org.cbthomework.adherence.Submission;
import org.cbthomework.adherence.schedule.OccasionKey;

/** A made-up patient who fills in most evenings: some late, some days after, some twice, some from a phone offline. */
final class Patient {

    static final double DONE = 0.90;
    static final double LATE = 0.08;
    static final double BACK_FILLED = 0.07;
    static final double DUPLICATED = 0.05;
    private static final double OFFLINE = 0.05;

    /** The share of responses that name the evening they are for. */
    private static final double NAMED = 0.5;

    private static final Completeness WHOLE = new Completeness(3, 3, true);

    private final ZoneId zone;
    private final Random random;
    private final List<Submission> sent = new ArrayList<>();

    Patient(ZoneId zone, long seed) {
        this.zone = zone;
        this.random = new Random(seed);
    }

    /** What the server has received by the given time of the last day, in order of receipt; the last is sent then. */
    List<Submission> responses(LocalDate first, LocalDate last, LocalTime now) {
        first.datesUntil(last).filter(day -> happens(DONE)).forEach(this::fillIn);
        Submission newest = response(last.atTime(now), Duration.ZERO, Optional.empty());
        sent.removeIf(each -> !each.handIn().received().isBefore(newest.handIn().received()));
        sent.sort(comparing(each -> each.handIn().received()));
        sent.add(newest);
        return sent;
    }

    private void fillIn(LocalDate day) {
        Optional<OccasionKey> key = happens(NAMED)
                ? Optional.of(new OccasionKey(day.atTime(History.SLOT).toString()))
                : Optional.empty();
        LocalDateTime authored = authored(day);
        Duration offline = happens(OFFLINE) ? Duration.ofHours(1 + random.nextInt(71)) : Duration.ZERO;
        Submission response = response(authored, offline, key);
        sent.add(response);
        if (happens(DUPLICATED)) {
            sent.add(random.nextBoolean() ? response : response(authored.plusMinutes(10), offline, key));
        }
    }

    private LocalDateTime authored(LocalDate day) {
        double chance = random.nextDouble();
        if (chance < BACK_FILLED) {
            return day.plusDays(1 + random.nextInt(5)).atTime(12, 0).plusMinutes(random.nextInt(280));
        }
        return chance < BACK_FILLED + LATE
                ? day.plusDays(1).atTime(6, 0).plusMinutes(random.nextInt(330))
                : day.atTime(17, 0).plusMinutes(random.nextInt(400));
    }

    private Submission response(LocalDateTime authored, Duration offline, Optional<OccasionKey> key) {
        HandIn.Authored said = HandIn.Authored.at(authored.atZone(zone).toOffsetDateTime());
        return new Submission(
                "response-" + sent.size(),
                Submission.State.COMPLETED,
                new HandIn(Optional.of(said), said.moment().plus(offline), HandIn.Author.PATIENT),
                WHOLE,
                key);
    }

    private boolean happens(double share) {
        return random.nextDouble() < share;
    }
}
