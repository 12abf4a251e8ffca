package org.cbthomework.launch.homework;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cbthomework.launch.homework.Today.Due;
import org.cbthomework.launch.homework.Today.Next;
import org.cbthomework.launch.homework.Today.Quota;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** The occasions of the days around today: what of them is due, and what comes. */
final class OccasionsAround {

    private static final Set<TaskStatus> NOT_HOMEWORK =
            Set.of(TaskStatus.CANCELLED, TaskStatus.REQUESTED, TaskStatus.REJECTED);

    private static final Duration LATELY = Duration.ofDays(3);
    private static final int MOST_SHOWN_NEXT = 4;
    private static final Duration LONGEST_DAY = Duration.ofHours(30);
    private static final Duration SHORTEST_WEEK = Duration.ofDays(6);
    private static final Duration LONGEST_WEEK = Duration.ofDays(8);

    private final List<Task> tasks;
    private final Told told;
    private final Instant now;
    private final ZoneId zone;
    private final Instant start;
    private final Instant end;

    OccasionsAround(List<Task> found, Told told, Instant now, ZoneId zone) {
        this.tasks = found.stream()
                .filter(task -> !NOT_HOMEWORK.contains(task.getStatus()))
                .toList();
        this.told = told;
        this.now = now;
        this.zone = zone;
        LocalDate date = LocalDate.ofInstant(now, zone);
        this.start = date.atStartOfDay(zone).toInstant();
        this.end = date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Without what was excused, or waits for agreement. */
    List<Task> tasks() {
        return tasks;
    }

    List<Due> due() {
        return together(tasks.stream()
                        .filter(task -> isToday(task) || isStillPossible(task))
                        .toList())
                .filter(same -> !isOfTheWeekBefore(same))
                .map(this::due)
                .sorted(comparing(Due::isDone)
                        .thenComparing(due -> !due.isOpenYet())
                        .thenComparing(due -> !due.about().isFocal())
                        .thenComparing(Due::closes, nullsLast(naturalOrder())))
                .toList();
    }

    /** The id of the latest that was not done; none after a few days, since nobody is asked for ever. */
    Optional<String> missed() {
        return tasks.stream()
                .filter(task -> task.getStatus() == TaskStatus.FAILED && isLately(closes(task)))
                .max(comparing(OccasionsAround::closes, nullsFirst(naturalOrder())))
                .map(task -> task.getIdElement().getIdPart());
    }

    private boolean isLately(@Nullable Instant closed) {
        return closed != null && closed.isAfter(now.minus(LATELY));
    }

    List<Next> next() {
        return together(tasks.stream().filter(this::isLater).toList())
                .map(same -> same.get(0))
                .sorted(comparing(OccasionsAround::opens, nullsLast(naturalOrder())))
                .limit(MOST_SHOWN_NEXT)
                .map(this::next)
                .toList();
    }

    /** Occasions of one assignment that are open for the same time are as many times of one thing. */
    private static Stream<List<Task>> together(List<Task> some) {
        Map<String, List<Task>> groups = new LinkedHashMap<>();
        some.forEach(task ->
                groups.computeIfAbsent(sameness(task), key -> new ArrayList<>()).add(task));
        return groups.values().stream();
    }

    private static String sameness(Task task) {
        return task.hasBasedOn() && closes(task) != null
                ? Measured.orders(task.getBasedOn()) + worksheet(task) + opens(task) + closes(task)
                : task.getIdElement().getIdPart();
    }

    private Due due(List<Task> same) {
        Task task = same.stream()
                .min(comparing(OccasionsAround::turn))
                .orElseThrow(() -> new IllegalStateException("A group of no occasions"));
        String worksheet = worksheet(task);
        About about = told.of(task.getBasedOn(), worksheet);
        Instant opens = opens(task);
        Instant closes = closes(task);
        return new Due(
                task.getIdElement().getIdPart(),
                worksheet,
                about.title(),
                task.getStatus() == null ? "unknown" : task.getStatus().toCode(),
                outcome(task),
                opens,
                closes,
                opens == null || !opens.isAfter(now),
                closes != null && !closes.isAfter(start),
                quota(same, opens, closes),
                about);
    }

    /** What was begun goes on first, then what is open; what is done comes last. */
    private static int turn(Task task) {
        if (task.getStatus() == TaskStatus.INPROGRESS) {
            return 0;
        }
        return task.getStatus() == TaskStatus.COMPLETED ? 2 : 1;
    }

    /** On the day between two weeks the one that is over is left out, unless something of it is still possible. */
    private boolean isOfTheWeekBefore(List<Task> same) {
        Instant opens = opens(same.get(0));
        Instant closes = closes(same.get(0));
        return opens != null
                && closes != null
                && !closes.isAfter(now)
                && Duration.between(opens, closes).compareTo(LONGEST_DAY) > 0
                && same.stream().noneMatch(this::isStillPossible);
    }

    private @Nullable Quota quota(Collection<Task> same, @Nullable Instant opens, @Nullable Instant closes) {
        if (opens == null || closes == null) {
            return null;
        }
        Duration stretch = Duration.between(opens, closes);
        boolean isOfOneDay = stretch.compareTo(LONGEST_DAY) <= 0;
        if (same.size() == 1 && isOfOneDay) {
            return null;
        }
        boolean isThisWeek =
                stretch.compareTo(SHORTEST_WEEK) >= 0 && stretch.compareTo(LONGEST_WEEK) <= 0 && closes.isAfter(now);
        List<String> done = same.stream()
                .filter(task -> task.getStatus() == TaskStatus.COMPLETED)
                .map(task -> task.getIdElement().getIdPart())
                .toList();
        return new Quota(done.size(), same.size(), isOfOneDay ? "day" : isThisWeek ? "week" : "while", done);
    }

    private Next next(Task task) {
        About about = told.of(task.getBasedOn(), worksheet(task));
        Instant opens = opens(task);
        ZonedDateTime from = (opens == null ? end : opens).atZone(zone);
        return new Next(
                from.toLocalDate(),
                from.toLocalTime().equals(LocalTime.MIDNIGHT) ? null : from.toLocalTime(),
                about.title(),
                about.minutes());
    }

    /** A search by seconds finds what closes at the very midnight too. */
    private boolean isToday(Task task) {
        Instant opens = opens(task);
        Instant closes = closes(task);
        return (opens == null || opens.isBefore(end)) && (closes == null || closes.isAfter(start));
    }

    private boolean isLater(Task task) {
        Instant opens = opens(task);
        return opens != null && !opens.isBefore(end);
    }

    /** Its window is over and its grace is not. */
    private boolean isStillPossible(Task task) {
        return "overdue".equals(outcome(task))
                && (task.getStatus() == TaskStatus.READY || task.getStatus() == TaskStatus.INPROGRESS);
    }

    private static @Nullable String outcome(Task task) {
        return task.getBusinessStatus().getCoding().stream()
                .map(Coding::getCode)
                .findFirst()
                .orElse(null);
    }

    static @Nullable Instant opens(Task task) {
        return moment(task.getRestriction().getPeriod().getStart());
    }

    static @Nullable Instant closes(Task task) {
        return moment(task.getRestriction().getPeriod().getEnd());
    }

    private static @Nullable Instant moment(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static @Nullable String worksheet(Task task) {
        return task.getInput().stream()
                .map(Task.ParameterComponent::getValue)
                .filter(CanonicalType.class::isInstance)
                .map(value -> ((CanonicalType) value).getValue())
                .findFirst()
                .orElse(null);
    }
}
