package org.cbthomework.adherence;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.cbthomework.adherence.schedule.AtTimes;
import org.cbthomework.adherence.schedule.Calendar;
import org.cbthomework.adherence.schedule.Capped;
import org.cbthomework.adherence.schedule.Days;
import org.cbthomework.adherence.schedule.EveryHours;
import org.cbthomework.adherence.schedule.Grace;
import org.cbthomework.adherence.schedule.InPartsOfDays;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.OnDays;
import org.cbthomework.adherence.schedule.PartOfDay;
import org.cbthomework.adherence.schedule.Quota;
import org.cbthomework.adherence.schedule.Schedule;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.Stretch;
import org.cbthomework.adherence.schedule.WhenItHappens;
import org.cbthomework.adherence.schedule.WindowRule;

/** Any assignment of five weeks in March and April 2026, around the clock changes of spring. */
final class AnyHomework {

    static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    static final int DAYS = 35;
    private static final List<ZoneId> ZONES =
            List.of(Homework.BERLIN, ZoneId.of("America/New_York"), ZoneId.of("Asia/Tokyo"), ZoneId.of("America/Nuuk"));

    private final Random random;

    AnyHomework(Random random) {
        this.random = random;
    }

    /** Seeds that follow one another begin alike in {@link Random}; spread out, they do not. */
    static Random seeded(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    Assignment assignment() {
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        WindowRule rule = rule();
        Instant start = moment(3, zone);
        Instant end =
                random.nextInt(4) == 0 ? Instant.MAX : start.plus(Duration.ofHours(24L * 14 + random.nextInt(400)));
        List<Segment> segments = new ArrayList<>();
        if (random.nextBoolean()) {
            Instant change = start.plus(Duration.ofHours(1 + random.nextInt(24 * 14)));
            segments.add(new Segment(schedule(), rule, start, change));
            start = change;
        }
        segments.add(new Segment(schedule(), rule, start, end));
        return new Assignment(zone, segments, calendar(zone), agreement(zone), random.nextBoolean() ? 1.0 : 0.7);
    }

    /** A moment within so many days of the first. */
    Instant moment(int days, ZoneId zone) {
        return FIRST.plusDays(random.nextInt(days))
                .atTime(random.nextInt(24), 15 * random.nextInt(4))
                .atZone(zone)
                .toInstant();
    }

    private WindowRule rule() {
        WindowRule rule =
                WindowRule.of(List.of(Kind.values()).get(random.nextInt(3))).allowingEarly(random.nextInt(4) == 0);
        return switch (random.nextInt(5)) {
            case 0 -> rule.withGrace(new Grace.Lasting(Duration.ofHours(random.nextInt(60))));
            case 1 -> rule.withGrace(new Grace.Lasting(Period.ofDays(2)));
            case 2 -> rule.opening(Duration.ofHours(3)).closing(Duration.ofHours(2));
            default -> rule;
        };
    }

    private Schedule schedule() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new AtTimes(days(), times());
            case 2 -> new OnDays(days(), 1 + random.nextInt(2));
            case 3 -> new Quota(1 + random.nextInt(5), 1, ChronoUnit.WEEKS);
            case 4 -> new Quota(1 + random.nextInt(3), 1 + random.nextInt(3), ChronoUnit.DAYS);
            case 5 -> new InPartsOfDays(days(), Set.of(PartOfDay.MORNING, PartOfDay.NOON, PartOfDay.EVENING));
            case 6 -> random.nextBoolean() ? new EveryHours(5 + random.nextInt(30)) : new WhenItHappens();
            default -> new Capped(new AtTimes(days(), times()), 1 + random.nextInt(9));
        };
    }

    private Days days() {
        return switch (random.nextInt(3)) {
            case 0 -> Days.daily();
            case 1 -> Days.every(1 + random.nextInt(3));
            default ->
                new Days(
                        EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.of(1 + random.nextInt(7))), 1 + random.nextInt(2), true);
        };
    }

    private Set<LocalTime> times() {
        Set<LocalTime> times = new TreeSet<>();
        int several = 1 + random.nextInt(3);
        while (times.size() < several) {
            times.add(LocalTime.of(random.nextInt(24), 30 * random.nextInt(2)));
        }
        return times;
    }

    private Calendar calendar(ZoneId zone) {
        Calendar calendar = Calendar.empty();
        for (int i = random.nextInt(3); i > 0; i--) {
            Instant from = moment(DAYS, zone);
            calendar = calendar.excusing(new Stretch(from, from.plus(Duration.ofHours(1 + random.nextInt(120)))));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            calendar = calendar.meeting(moment(DAYS, zone));
        }
        return calendar;
    }

    private Agreement agreement(ZoneId zone) {
        return switch (random.nextInt(12)) {
            case 0 -> new Agreement.Awaited();
            case 1, 2 -> new Agreement.Given(moment(DAYS / 2, zone));
            default -> new Agreement.NotAsked();
        };
    }
}
