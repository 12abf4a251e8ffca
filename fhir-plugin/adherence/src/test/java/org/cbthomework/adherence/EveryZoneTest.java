package org.cbthomework.adherence;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cbthomework.adherence.schedule.AtTimes;
import org.cbthomework.adherence.schedule.Calendar;
import org.cbthomework.adherence.schedule.Days;
import org.cbthomework.adherence.schedule.EveryHours;
import org.cbthomework.adherence.schedule.InPartsOfDays;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.Occasion;
import org.cbthomework.adherence.schedule.OnDays;
import org.cbthomework.adherence.schedule.PartOfDay;
import org.cbthomework.adherence.schedule.Quota;
import org.cbthomework.adherence.schedule.Schedule;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.Window;
import org.cbthomework.adherence.schedule.WindowRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every zone there is, around each of its clock changes of 2026 and on an ordinary day. */
@Tag("domain")
class EveryZoneTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final List<LocalTime> HALF_HOURS = IntStream.range(0, 48)
            .mapToObj(each -> LocalTime.MIDNIGHT.plusMinutes(30L * each))
            .toList();

    static Stream<ZoneId> zones() {
        return ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of);
    }

    /** Three local days of a zone. */
    private record ThreeDays(ZoneId zone, LocalDate middle) {

        Segment following(Schedule schedule, Kind kind) {
            return new Segment(schedule, WindowRule.of(kind), start(middle.minusDays(1)), start(middle.plusDays(2)));
        }

        List<Occasion> occasions(Schedule schedule, Kind kind) {
            return following(schedule, kind).occasions(zone, Calendar.empty(), middle.plusDays(2));
        }

        List<String> keysOf(LocalTime time) {
            return Stream.of(middle.minusDays(1), middle, middle.plusDays(1))
                    .map(day -> day.atTime(time).toString())
                    .toList();
        }

        Instant start(LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }
    }

    private static List<ThreeDays> aroundClockChanges(ZoneId zone) {
        TreeSet<LocalDate> days = new TreeSet<>(List.of(LocalDate.of(2026, 1, 14)));
        Instant end = NEW_YEAR.plusYears(1).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition change =
                zone.getRules().nextTransition(NEW_YEAR.atStartOfDay(zone).toInstant());
        while (change != null && change.getInstant().isBefore(end)) {
            days.add(change.getDateTimeBefore().toLocalDate());
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return days.stream().map(day -> new ThreeDays(zone, day)).toList();
    }

    @ParameterizedTest
    @MethodSource("zones")
    void each_half_hour_is_expected_once_a_day_and_done_at_its_time_is_on_time(ZoneId zone) {
        for (ThreeDays days : aroundClockChanges(zone)) {
            for (LocalTime time : HALF_HOURS) {
                Segment segment = days.following(AtTimes.of(Days.daily(), time), Kind.SELF_ASSESSMENT);
                Adherence adherence = doneAtEachSlot(zone, segment, days.keysOf(time));
                assertThat(adherence.occasions().stream()
                                .map(each -> each.occasion().key().value()))
                        .as("%s around %s", time, days)
                        .containsExactlyElementsOf(days.keysOf(time));
                assertThat(adherence.count(Outcome.ON_TIME))
                        .as("%s around %s", time, days)
                        .isEqualTo(3);
            }
        }
    }

    private static Adherence doneAtEachSlot(ZoneId zone, Segment segment, List<String> slots) {
        Assignment assignment = new Assignment(zone, List.of(segment), Calendar.empty(), new Agreement.NotAsked(), 1.0);
        List<Submission> diaries =
                slots.stream().map(slot -> handedInAt(slot, zone)).toList();
        return assignment.measure(diaries, segment.endExclusive().plus(Duration.ofDays(2)));
    }

    /** At a slot by the wall clock: moved on by a gap, the first of an overlap. */
    private static Submission handedInAt(String slot, ZoneId zone) {
        OffsetDateTime wallClock = LocalDateTime.parse(slot).atZone(zone).toOffsetDateTime();
        HandIn handIn =
                new HandIn(Optional.of(HandIn.Authored.at(wallClock)), wallClock.toInstant(), HandIn.Author.PATIENT);
        return new Submission(slot, Submission.State.COMPLETED, handIn, Sent.WHOLE, Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("zones")
    void a_slot_every_half_hour_is_open_at_its_time(ZoneId zone) {
        AtTimes everyHalfHour = new AtTimes(Days.daily(), new TreeSet<>(HALF_HOURS));
        for (ThreeDays days : aroundClockChanges(zone)) {
            List<Occasion> occasions = days.occasions(everyHalfHour, Kind.SELF_ASSESSMENT);
            assertThat(occasions).hasSize(3 * HALF_HOURS.size());
            assertThat(occasions.stream().filter(each -> !each.window().contains(slotOf(each, zone))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("zones")
    void practice_is_open_from_the_start_of_its_day_and_an_evening_diary_from_17(ZoneId zone) {
        for (ThreeDays days : aroundClockChanges(zone)) {
            for (LocalTime time : HALF_HOURS) {
                AtTimes daily = AtTimes.of(Days.daily(), time);
                assertThat(days.occasions(daily, Kind.MODALITY_SPECIFIC).stream()
                                .filter(each -> !each.window().opens().equals(days.start(each.day()))
                                        || !each.window().contains(slotOf(each, zone))))
                        .isEmpty();
                if (!time.isBefore(LocalTime.of(17, 0))) {
                    assertThat(days.occasions(daily, Kind.SELF_ASSESSMENT).stream()
                                    .filter(each -> !each.window().opens().equals(fivePm(each.day(), zone))))
                            .isEmpty();
                }
            }
        }
    }

    private static Instant fivePm(LocalDate day, ZoneId zone) {
        return day.atTime(17, 0).atZone(zone).toInstant();
    }

    private static Instant slotOf(Occasion occasion, ZoneId zone) {
        return LocalDateTime.parse(occasion.key().value()).atZone(zone).toInstant();
    }

    @ParameterizedTest
    @MethodSource("zones")
    void days_buckets_and_hours_leave_neither_hole_nor_overlap(ZoneId zone) {
        Instant start = NEW_YEAR.minusDays(1).atStartOfDay(zone).toInstant();
        Instant end = NEW_YEAR.plusYears(1).atStartOfDay(zone).toInstant();
        for (Schedule schedule : List.of(
                new OnDays(Days.daily(), 1),
                new Quota(1, 3, DAYS),
                new Quota(7, 1, WEEKS),
                new Quota(31, 1, MONTHS),
                new EveryHours(24))) {
            List<Window> windows = new Segment(schedule, WindowRule.of(Kind.MODALITY_SPECIFIC), start, end)
                    .occasions(zone, Calendar.empty(), NEW_YEAR.plusYears(1)).stream()
                            .map(Occasion::window)
                            .distinct()
                            .toList();
            assertThat(windows.get(0).opens()).as("%s in %s", schedule, zone).isEqualTo(start);
            assertThat(holes(windows)).as("%s in %s", schedule, zone).isEmpty();
        }
    }

    private static List<Window> holes(List<Window> windows) {
        List<Window> holes = new ArrayList<>();
        Optional<Window> before = Optional.empty();
        for (Window each : windows) {
            if (before.filter(window -> !window.closes().equals(each.opens())).isPresent()) {
                holes.add(each);
            }
            before = Optional.of(each);
        }
        return holes;
    }

    @ParameterizedTest
    @MethodSource("zones")
    void each_part_of_each_day_is_open_once(ZoneId zone) {
        InPartsOfDays all = new InPartsOfDays(Days.daily(), Set.of(PartOfDay.MORNING, PartOfDay.NOON, PartOfDay.NIGHT));
        for (ThreeDays days : aroundClockChanges(zone)) {
            assertThat(days.occasions(all, Kind.SELF_ASSESSMENT)).as("%s", days).hasSize(9);
        }
    }
}
