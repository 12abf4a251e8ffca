package org.cbthomework.launch.homework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import java.util.stream.Stream;
import org.cbthomework.launch.homework.HomeworkOf.Assigned;
import org.cbthomework.launch.homework.HomeworkOf.HandedIn;
import org.cbthomework.launch.homework.HomeworkOf.Mark;
import org.cbthomework.launch.homework.HomeworkOf.Week;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.launches.Scopes;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.ParameterComponent;

/** Sees a patient's homework as the server measures it at this moment; nothing is counted here. */
public final class SeeingHomework {

    private static final int WEEKS = 12;

    /** The longest day: what is open longer has time for several. */
    private static final Duration A_DAY = Duration.ofHours(25);

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

    /**
     * Empty if the launch is about no patient.
     *
     * @param reader in whose language worksheets are named, where they are translated
     */
    public Optional<HomeworkOf> of(Launch opened, Locale reader) {
        return of(opened, sheet -> Spoken.in(reader, sheet.getTitleElement()));
    }

    /** The same as the patient calls it, in the reader's language. */
    public Optional<HomeworkOf> ofOwn(Launch opened, Locale reader) {
        return of(opened, worksheet -> Told.title(worksheet, reader));
    }

    private Optional<HomeworkOf> of(Launch opened, Function<Questionnaire, Optional<String>> naming) {
        Launch launch = stores.current(opened);
        return Optional.ofNullable(launch.context().patient())
                .map(patient -> of(stores.of(launch), launch.grant().scopes(), patient, naming));
    }

    private HomeworkOf of(
            HomeworkStore store, Scopes scopes, String patient, Function<Questionnaire, Optional<String>> naming) {
        ZoneId zone = scopes.allow("Patient", 'r') ? Zones.of(store.patient(patient), otherwise) : otherwise;
        LocalDate today = LocalDate.now(clock.withZone(zone));
        LocalDate since = today.minusWeeks(WEEKS);
        Bundle told = store.adherence(patient);
        List<Measured> measured =
                all(told, Observation.class).stream().map(Measured::new).toList();
        List<Task> occasions = all(told, Task.class);
        List<ServiceRequest> orders = store.assignments(patient);
        boolean isHandedInTold = scopes.allow("QuestionnaireResponse", 's');
        List<QuestionnaireResponse> responses = isHandedInTold ? store.handedIn(patient) : List.of();
        List<QuestionnaireResponse> done =
                responses.stream().filter(each -> !SmallForms.answeredBy(each)).toList();
        List<QuestionnaireResponse> obstacles =
                responses.stream().filter(SmallForms::isOnObstacles).toList();
        Map<String, Optional<String>> titles = new HashMap<>();
        return new HomeworkOf(
                today,
                since,
                isHandedInTold,
                measured.stream()
                        .filter(each -> each.is("homework-adherence"))
                        .map(each -> assigned(
                                each,
                                chain(each, orders, zone).map(chain -> Terms.of(chain, today)),
                                weeks(each, measured, occasions, since, zone),
                                HandingIn.to(all(each, orders, zone), done, occasions, zone),
                                HandingIn.to(all(each, orders, zone), obstacles, occasions, zone),
                                worksheet(each, orders, occasions)
                                        .flatMap(canonical -> titles.computeIfAbsent(
                                                canonical,
                                                one -> store.worksheet(one).flatMap(naming)))))
                        .sorted(Comparator.comparing(Assigned::isOver))
                        .toList());
    }

    private static Assigned assigned(
            Measured measured,
            Optional<Terms> terms,
            List<Week> weeks,
            List<HandedIn> handedIn,
            List<HandedIn> obstacles,
            Optional<String> title) {
        return new Assigned(
                title.orElse(null),
                terms.orElse(null),
                terms.filter(each -> each.isFocal() && !each.isOver()).isPresent(),
                terms.filter(Terms::isOver).isPresent(),
                measured.isInTimeFirst(),
                measured.done(),
                measured.inTime(),
                measured.log().orElse(null),
                weeks,
                handedIn,
                obstacles);
    }

    private static Optional<Chain> chain(Measured measured, List<ServiceRequest> orders, ZoneId zone) {
        return measured.basis().stream()
                .flatMap(id -> Chain.holding(id.replace("ServiceRequest/", ""), orders, zone).stream())
                .findFirst();
    }

    /** The measured names the order that holds now; responses name the one that held then. */
    private static List<String> all(Measured measured, List<ServiceRequest> orders, ZoneId zone) {
        return Stream.concat(
                        measured.basis().stream(),
                        chain(measured, orders, zone).stream()
                                .flatMap(chain -> chain.orders().stream())
                                .map(order -> "ServiceRequest/" + Chain.id(order)))
                .distinct()
                .toList();
    }

    private static List<Week> weeks(
            Measured assignment, List<Measured> measured, List<Task> occasions, LocalDate since, ZoneId zone) {
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
                                .map(task -> mark(task, zone))
                                .toList()))
                .toList();
    }

    private static Mark mark(Task task, ZoneId zone) {
        Period window = task.getRestriction().getPeriod();
        Instant opens = window.getStart().toInstant();
        boolean isOfOneDay = window.hasEnd()
                && Duration.between(opens, window.getEnd().toInstant()).compareTo(A_DAY) <= 0;
        return new Mark(HandingIn.outcome(task), isOfOneDay ? opens.atZone(zone).toLocalDate() : null);
    }

    private static Optional<String> worksheet(Measured measured, List<ServiceRequest> orders, List<Task> occasions) {
        return orders.stream()
                .filter(order -> measured.basis().contains("ServiceRequest/" + Chain.id(order)))
                .flatMap(order -> OrderExtensions.text(order, OrderExtensions.WORKSHEET).stream())
                .findFirst()
                .or(() -> occasions.stream()
                        .filter(task -> !Collections.disjoint(Measured.orders(task.getBasedOn()), measured.basis()))
                        .flatMap(task -> task.getInput().stream())
                        .map(ParameterComponent::getValue)
                        .filter(CanonicalType.class::isInstance)
                        .map(value -> ((CanonicalType) value).getValue())
                        .findFirst());
    }

    private static <T extends Resource> List<T> all(Bundle told, Class<T> type) {
        return told.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
