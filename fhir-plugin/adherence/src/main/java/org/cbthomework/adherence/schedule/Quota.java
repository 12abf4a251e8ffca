package org.cbthomework.adherence.schedule;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * So many times per bucket of days, weeks or months, on whichever days: every slot is open for its whole bucket. Buckets
 * follow one another from the local day on which the segment starts. A bucket of one week ends at the session, where one
 * falls about a week after it began, and the next begins there. A bucket cut short by an end or by excuses expects
 * {@code floor(times x share of the whole days that are left)}.
 *
 * @param times how often per bucket, at least 1
 * @param period how many units a bucket has, at least 1
 * @param unit {@link ChronoUnit#DAYS}, {@link ChronoUnit#WEEKS} or {@link ChronoUnit#MONTHS}
 */
public record Quota(int times, int period, ChronoUnit unit) implements Schedule {

    public Quota {
        if (times < 1) {
            throw new UnusableSchedule("A quota expects " + times + " occasions; use 1 or more");
        }
        if (period < 1) {
            throw new UnusableSchedule("A quota has a period of " + period + "; use 1 or more");
        }
        if (unit != ChronoUnit.DAYS && unit != ChronoUnit.WEEKS && unit != ChronoUnit.MONTHS) {
            throw new UnusableSchedule("A quota counts per " + unit + "; count per day, week or month");
        }
    }

    /** A bucket, and the days whose share of it is expected. */
    private record Bucket(LocalDate first, LocalDate next, ZonedDateTime opens, ZonedDateTime closes) {}

    @Override
    public List<Occasion> occasions(Frame frame) {
        return buckets(frame).stream().flatMap(bucket -> in(bucket, frame)).toList();
    }

    private List<Bucket> buckets(Frame frame) {
        List<Bucket> buckets = new ArrayList<>();
        LocalDate anchor = frame.firstDay();
        long number = 0;
        ZonedDateTime opens = frame.startOf(anchor);
        while (frame.reaches(opens.toLocalDate())) {
            LocalDate first = opens.toLocalDate();
            LocalDate next = anchor.plus((number + 1) * period, unit);
            Optional<Instant> session = isWeek() ? frame.calendar().sessionEnding(opens.toInstant()) : Optional.empty();
            if (session.isPresent()) {
                ZonedDateTime closes = session.get().atZone(frame.zone());
                buckets.add(new Bucket(first, closes.toLocalDate(), opens, closes));
                opens = closes;
                anchor = closes.toLocalDate();
                number = 0;
            } else {
                buckets.add(new Bucket(first, next, opens, frame.startOf(next)));
                opens = frame.startOf(next);
                number++;
            }
        }
        return buckets;
    }

    private boolean isWeek() {
        return unit == ChronoUnit.WEEKS && period == 1;
    }

    private Stream<Occasion> in(Bucket bucket, Frame frame) {
        int held = share(bucket, frame::holdsWhole);
        int expected = share(bucket, day -> frame.holdsWhole(day) && !frame.excuses(day));
        if (held == 0) {
            return Stream.empty();
        }
        Window window = frame.rule().from(bucket.opens(), bucket.closes(), frame);
        return IntStream.rangeClosed(1, held)
                .mapToObj(number -> new Occasion(
                        OccasionKey.of(bucket.first(), number), bucket.first(), window, number > expected));
    }

    private int share(Bucket bucket, Predicate<LocalDate> isLeft) {
        long days = DAYS.between(bucket.first(), bucket.next());
        long left = LongStream.range(0, days)
                .mapToObj(bucket.first()::plusDays)
                .filter(isLeft)
                .count();
        return Math.toIntExact(times * left / days);
    }
}
