package org.cbthomework.launch.homework;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cbthomework.launch.homework.Today.Day;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** The days of a week: on which something was done, whatever it was. */
final class WeekOf {

    private static final int DAYS = 7;
    private static final Set<QuestionnaireResponseStatus> HANDED_IN = Set.of(
            QuestionnaireResponseStatus.COMPLETED,
            QuestionnaireResponseStatus.AMENDED,
            QuestionnaireResponseStatus.STOPPED);

    private final List<Task> tasks;
    private final Set<LocalDate> active;
    private final ZoneId zone;

    WeekOf(List<Task> tasks, List<QuestionnaireResponse> recent, ZoneId zone) {
        this.tasks = tasks;
        this.zone = zone;
        this.active = recent.stream()
                .filter(response -> isHandedIn(response) && response.hasAuthored())
                .map(response -> day(response.getAuthoredElement(), zone))
                .collect(Collectors.toSet());
    }

    List<Day> around(LocalDate today) {
        return IntStream.range(0, DAYS)
                .mapToObj(monday(today)::plusDays)
                .map(date -> new Day(date, state(date, today), date.equals(today)))
                .toList();
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static boolean isHandedIn(QuestionnaireResponse response) {
        return HANDED_IN.contains(response.getStatus());
    }

    /** The day on the wall that a time was read from; {@code Z} carries no wall, and is told in the zone. */
    static LocalDate day(DateTimeType time, ZoneId zone) {
        String written = time.getValueAsString();
        return written.endsWith("Z")
                ? LocalDate.ofInstant(time.getValue().toInstant(), zone)
                : LocalDate.parse((written + "-01-01").substring(0, "2026-11-23".length()));
    }

    /** The day that it is now on the wall that a time was read from, or in the zone if it carries no wall. */
    static LocalDate today(DateTimeType time, ZoneId zone, Instant now) {
        boolean hasWall = time.getTimeZone() != null && !time.getValueAsString().endsWith("Z");
        return LocalDate.ofInstant(now, hasWall ? time.getTimeZone().toZoneId() : zone);
    }

    private String state(LocalDate date, LocalDate today) {
        if (active.contains(date) || anyOf(date, TaskStatus.COMPLETED)) {
            return "done";
        }
        if (!date.isBefore(today)) {
            return "later";
        }
        if (anyOf(date, TaskStatus.INPROGRESS)) {
            return "begun";
        }
        return anyOf(date, TaskStatus.FAILED) || anyOf(date, TaskStatus.READY) ? "missed" : "none";
    }

    private boolean anyOf(LocalDate date, TaskStatus status) {
        return tasks.stream().anyMatch(task -> task.getStatus() == status && isOfTheDay(task, date));
    }

    /** What may be done on any of several days is of none. */
    private boolean isOfTheDay(Task task, LocalDate date) {
        Instant opens = OccasionsAround.opens(task);
        Instant closes = OccasionsAround.closes(task);
        return opens != null
                && closes != null
                && LocalDate.ofInstant(opens, zone).equals(date)
                && LocalDate.ofInstant(closes.minusNanos(1), zone).equals(date);
    }
}
