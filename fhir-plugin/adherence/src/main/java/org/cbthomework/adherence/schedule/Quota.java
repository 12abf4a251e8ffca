package org.cbthomework.adherence.schedule;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * So many times per bucket of days or weeks, on whichever days: every slot is open for its whole bucket. Buckets are
 * anchored at the local day on which the segment starts; one cut short by an end expects
 * {@code floor(times x share of its whole days)}.
 *
 * @param times how often per bucket, at least 1
 * @param period how many units a bucket has, at least 1
 * @param unit {@link ChronoUnit#DAYS} or {@link ChronoUnit#WEEKS}
 */
public record Quota(int times, int period, ChronoUnit unit) implements Schedule {

    public Quota {
        if (times < 1) {
            throw new UnusableSchedule("A quota expects " + times + " occasions; use 1 or more");
        }
        if (period < 1) {
            throw new UnusableSchedule("A quota has a period of " + period + "; use 1 or more");
        }
        if (unit != ChronoUnit.DAYS && unit != ChronoUnit.WEEKS) {
            throw new UnusableSchedule("A quota counts per " + unit + "; count per day or per week");
        }
    }

    @Override
    public List<Occasion> occasions(Frame frame) {
        LocalDate anchor = frame.firstDay();
        return Stream.iterate(0L, number -> number + 1)
                .map(number -> anchor.plus(number * period, unit))
                .takeWhile(frame::reaches)
                .flatMap(bucket -> in(bucket, frame))
                .toList();
    }

    private Stream<Occasion> in(LocalDate bucket, Frame frame) {
        LocalDate next = bucket.plus(period, unit);
        Window window = frame.rule().across(bucket, next, frame);
        return IntStream.rangeClosed(1, expected(bucket, next, frame))
                .mapToObj(number -> new Occasion(OccasionKey.of(bucket, number), bucket, window));
    }

    private int expected(LocalDate bucket, LocalDate next, Frame frame) {
        long days = DAYS.between(bucket, next);
        long whole = LongStream.range(0, days)
                .mapToObj(bucket::plusDays)
                .filter(frame::holdsWhole)
                .count();
        return Math.toIntExact(times * whole / days);
    }
}
