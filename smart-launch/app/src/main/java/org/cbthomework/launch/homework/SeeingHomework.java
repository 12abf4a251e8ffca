package org.cbthomework.launch.homework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cbthomework.launch.homework.HomeworkOf.Assigned;
import org.cbthomework.launch.homework.HomeworkOf.Week;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.ParameterComponent;

/** Sees a patient's homework as the server measures it at this moment; nothing is counted here. */
public final class SeeingHomework {

    private static final int WEEKS = 12;
    private static final String EXTENSIONS = "https://w3id.org/cbt-homework/fhir/StructureDefinition/";

    private final HomeworkStores stores;
    private final Clock clock;
    private final ZoneId otherwise;

    /**
     * For patients in any zone.
     *
     * @param otherwise the zone of patients whose record tells none
     */
    public SeeingHomework(HomeworkStores stores, Clock clock, ZoneId otherwise) {
        this.stores = stores;
        this.clock = clock;
        this.otherwise = otherwise;
    }

    /** Empty if the launch is about no patient. */
    public Optional<HomeworkOf> of(Launch opened) {
        return of(opened, worksheet -> Optional.ofNullable(worksheet.getTitle()));
    }

    /** The same as the patient calls it, in the reader's language. */
    public Optional<HomeworkOf> ofOwn(Launch opened, Locale reader) {
        return of(opened, worksheet -> Told.title(worksheet, reader));
    }

    private Optional<HomeworkOf> of(Launch opened, Function<Questionnaire, Optional<String>> naming) {
        Launch launch = stores.current(opened);
        return Optional.ofNullable(launch.context().patient())
                .map(patient -> of(stores.of(launch), launch, patient, naming));
    }

    private HomeworkOf of(
            HomeworkStore store, Launch launch, String patient, Function<Questionnaire, Optional<String>> naming) {
        ZoneId zone =
                launch.grant().scopes().allow("Patient", 'r') ? Zones.of(store.patient(patient), otherwise) : otherwise;
        LocalDate since = LocalDate.now(clock.withZone(zone)).minusWeeks(WEEKS);
        Bundle told = store.adherence(patient);
        List<Measured> measured =
                all(told, Observation.class).stream().map(Measured::new).toList();
        List<Task> occasions = all(told, Task.class);
        Map<String, ServiceRequest> orders = new HashMap<>();
        store.assignments(patient)
                .forEach(order ->
                        orders.put("ServiceRequest/" + order.getIdElement().getIdPart(), order));
        Map<String, Optional<String>> titles = new HashMap<>();
        return new HomeworkOf(
                since,
                measured.stream()
                        .filter(each -> each.is("homework-adherence"))
                        .map(each -> assigned(
                                each,
                                each.basis().stream()
                                        .flatMap(id -> Optional.ofNullable(orders.get(id)).stream())
                                        .toList(),
                                weeks(each, measured, occasions, since),
                                worksheet(each, orders, occasions)
                                        .flatMap(canonical -> titles.computeIfAbsent(
                                                canonical,
                                                one -> store.worksheet(one).flatMap(naming)))))
                        .sorted(Comparator.comparing(Assigned::isOver))
                        .toList());
    }

    private static Assigned assigned(
            Measured measured, List<ServiceRequest> orders, List<Week> weeks, Optional<String> title) {
        return new Assigned(
                title.orElse(null),
                orders.stream().anyMatch(SeeingHomework::isFocal),
                !orders.isEmpty()
                        && orders.stream().noneMatch(order -> order.getStatus() == ServiceRequestStatus.ACTIVE),
                measured.isInTimeFirst(),
                measured.done(),
                measured.inTime(),
                measured.log().orElse(null),
                weeks);
    }

    private static List<Week> weeks(
            Measured assignment, List<Measured> measured, List<Task> occasions, LocalDate since) {
        List<Task> own = occasions.stream()
                .filter(task -> !Collections.disjoint(Measured.orders(task.getBasedOn()), assignment.basis()))
                .sorted(Comparator.comparing(
                        task -> task.getRestriction().getPeriod().getStart()))
                .toList();
        return measured.stream()
                .filter(each -> each.is("homework-adherence-week")
                        && !Collections.disjoint(each.basis(), assignment.basis())
                        && !each.start().isBefore(since))
                .sorted(Comparator.comparing(Measured::start))
                .map(week -> new Week(
                        week.start(),
                        week.isSettled(),
                        week.done(),
                        own.stream()
                                .filter(task -> week.covers(
                                        task.getRestriction().getPeriod().getStart()))
                                .map(SeeingHomework::outcome)
                                .toList()))
                .toList();
    }

    private static String outcome(Task task) {
        return task.getBusinessStatus().getCodingFirstRep().hasCode()
                ? task.getBusinessStatus().getCodingFirstRep().getCode()
                : "pending";
    }

    private static Optional<String> worksheet(
            Measured measured, Map<String, ServiceRequest> orders, List<Task> occasions) {
        return measured.basis().stream()
                .map(orders::get)
                .filter(order -> order != null && order.hasExtension(EXTENSIONS + "worksheet"))
                .map(order -> order.getExtensionByUrl(EXTENSIONS + "worksheet")
                        .getValue()
                        .primitiveValue())
                .findFirst()
                .or(() -> occasions.stream()
                        .filter(task -> !Collections.disjoint(Measured.orders(task.getBasedOn()), measured.basis()))
                        .flatMap(task -> task.getInput().stream())
                        .map(ParameterComponent::getValue)
                        .filter(CanonicalType.class::isInstance)
                        .map(value -> ((CanonicalType) value).getValue())
                        .findFirst());
    }

    private static boolean isFocal(ServiceRequest order) {
        return order.getStatus() == ServiceRequestStatus.ACTIVE
                && order.hasExtension(EXTENSIONS + "focal")
                && order.getExtensionByUrl(EXTENSIONS + "focal").getValue() instanceof BooleanType focal
                && focal.booleanValue();
    }

    private static <T extends Resource> List<T> all(Bundle told, Class<T> type) {
        return told.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
