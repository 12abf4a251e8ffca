package org.cbthomework.benchmark.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cbthomework.adherence.Completeness;
import org.cbthomework.adherence.HandIn;
import org.cbthomework.adherence.Submission;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.ledger.ResponseRow;

/** The rows of one evening diary: every other response names its evening; ids are as long as a server's with a million resources. */
record Rows(int diary) {

    private static final Instant FIRST = Instant.parse("2010-03-31T18:10:00Z");
    private static final int RESPONSES_EACH = 100_000;

    Stream<ResponseRow> first(int number) {
        return IntStream.range(0, number).mapToObj(each -> row(each, 1));
    }

    ResponseRow row(int day, long version) {
        Instant authored = FIRST.plus(Duration.ofDays(day));
        Optional<OccasionKey> named = day % 2 == 0
                ? Optional.of(new OccasionKey(authored.atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .atTime(20, 0)
                        .toString()))
                : Optional.empty();
        return new ResponseRow(
                AssignmentKey.ofServiceRequest(String.valueOf(1_000_000 + diary)),
                "Patient/" + (2_000_000 + diary),
                version,
                new Submission(
                        String.valueOf(10_000_000L + (long) diary * RESPONSES_EACH + day),
                        Submission.State.COMPLETED,
                        new HandIn(
                                Optional.of(HandIn.Authored.at(authored.atOffset(ZoneOffset.ofHours(2)))),
                                authored.plusSeconds(1),
                                HandIn.Author.PATIENT),
                        new Completeness(3, 3, true),
                        named));
    }
}
