package org.cbthomework.launch.homework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cbthomework.launch.homework.Today.Due;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** Sees what is due today, where the patient lives. */
public final class SeeingToday {

    private final HomeworkStores stores;
    private final Clock clock;
    private final ZoneId otherwise;

    /**
     * For patients in any zone.
     *
     * @param otherwise the zone of patients whose record tells none
     */
    public SeeingToday(HomeworkStores stores, Clock clock, ZoneId otherwise) {
        this.stores = stores;
        this.clock = clock;
        this.otherwise = otherwise;
    }

    /** Empty if the launch is about no patient. What was cancelled is not due. */
    public Optional<Today> of(Launch opened) {
        Launch launch = stores.current(opened);
        return Optional.ofNullable(launch.context().patient()).map(patient -> of(stores.of(launch), launch, patient));
    }

    private Today of(HomeworkStore store, Launch launch, String patient) {
        ZoneId zone =
                launch.grant().scopes().allow("Patient", 'r') ? Zones.of(store.patient(patient), otherwise) : otherwise;
        LocalDate date = LocalDate.now(clock.withZone(zone));
        Instant start = date.atStartOfDay(zone).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        Map<String, Optional<String>> titles = new HashMap<>();
        List<Due> due = store.occasions(patient, start, end).stream()
                .filter(task -> task.getStatus() != TaskStatus.CANCELLED && isWithin(task, start, end))
                .sorted(Comparator.comparing(SeeingToday::closes, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(task -> due(
                        task,
                        canonical -> titles.computeIfAbsent(
                                canonical, each -> store.worksheet(each).map(Questionnaire::getTitle))))
                .toList();
        return new Today(date, zone.getId(), due);
    }

    private static Due due(Task task, Function<String, Optional<String>> titles) {
        String worksheet = worksheet(task);
        return new Due(
                task.getIdElement().getIdPart(),
                worksheet,
                worksheet == null ? null : titles.apply(worksheet).orElse(null),
                task.getStatus() == null ? "unknown" : task.getStatus().toCode(),
                task.getBusinessStatus().getCoding().stream()
                        .map(Coding::getCode)
                        .findFirst()
                        .orElse(null),
                moment(task.getRestriction().getPeriod().getStart()),
                closes(task));
    }

    /** A search by seconds finds what closes at the very midnight too. */
    private static boolean isWithin(Task task, Instant startInclusive, Instant endExclusive) {
        Instant opens = moment(task.getRestriction().getPeriod().getStart());
        Instant closes = closes(task);
        return (opens == null || opens.isBefore(endExclusive)) && (closes == null || closes.isAfter(startInclusive));
    }

    private static @Nullable Instant closes(Task task) {
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
