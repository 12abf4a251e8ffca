package org.cbthomework.plugin.assignment;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cbthomework.adherence.Agreement;
import org.cbthomework.adherence.Assignment;
import org.cbthomework.adherence.schedule.Calendar;
import org.cbthomework.adherence.schedule.InWindows;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.Stretch;
import org.cbthomework.adherence.schedule.WindowRule;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.ledger.AssignmentRow;
import org.cbthomework.plugin.ledger.AssignmentRows;
import org.cbthomework.plugin.ledger.CalendarRow;
import org.cbthomework.plugin.ledger.CalendarRows;
import org.cbthomework.plugin.ledger.OccasionRow;
import org.cbthomework.plugin.ledger.OccasionRows;
import org.cbthomework.plugin.worksheet.Canonical;
import org.hl7.fhir.r4.model.ServiceRequest;

/** The homework that was assigned, read from the ledger. */
public final class Assignments {

    private final FhirContext fhir;
    private final AssignmentRows orders;
    private final OccasionRows given;
    private final CalendarRows days;
    private final List<Stretch> outages;

    /**
     * @param outages when this server could not be reached, and nothing is expected of anybody
     */
    public Assignments(
            FhirContext fhir, AssignmentRows orders, OccasionRows given, CalendarRows days, List<Stretch> outages) {
        this.fhir = fhir;
        this.orders = orders;
        this.given = given;
        this.days = days;
        this.outages = List.copyOf(outages);
    }

    /** The assignment of that key with all that it replaces and that replaces it. */
    public Optional<Assigned> find(AssignmentKey key) {
        return member(key).stream()
                .flatMap(member -> ofPatient(member.subject()).stream())
                .filter(each -> each.members().contains(key))
                .findFirst();
    }

    /** The assignment of that key by itself, as a response to it sees it. */
    Optional<Assigned> member(AssignmentKey key) {
        Optional<Assigned> order = orders.find(key).map(this::read).map(Member::assigned);
        return order.or(() -> given(given.of(key)).findFirst());
    }

    /** All that a patient was assigned, by key, in the patient's days. */
    public List<Assigned> ofPatient(String subject) {
        List<CalendarRow> known = days.ofSubject(subject);
        List<Assigned> chains =
                Chains.join(orders.ofSubject(subject).stream().map(this::read).toList());
        return join(chains, given(given.ofSubject(subject)))
                .map(each -> PatientDays.in(known, outages, each))
                .toList();
    }

    /** Of all that the patient of a care plan was assigned: what is of the plan, and what it refers to by key. */
    public List<Assigned> ofCarePlan(String carePlan, String subject, Collection<AssignmentKey> referredTo) {
        return ofPatient(subject).stream()
                .filter(each -> each.isOf(carePlan)
                        || each.members().stream()
                                .anyMatch(member -> referredTo.contains(member)
                                        || member.resource().equals(carePlan)))
                .toList();
    }

    /** A schedule that somebody wrote outweighs Tasks of the same plan and worksheet: these then only name occasions. */
    private static Stream<Assigned> join(List<Assigned> orders, Stream<Assigned> given) {
        return Stream.concat(
                orders.stream(),
                given.filter(each ->
                        orders.stream().noneMatch(order -> order.members().contains(each.key()))));
    }

    private Member read(AssignmentRow row) {
        ServiceRequest order = fhir.newJsonParser().parseResource(ServiceRequest.class, row.definition());
        return new Member(
                new Assigned(
                        row.key(),
                        List.of(row.key()),
                        row.subject(),
                        row.carePlan(),
                        Canonical.parse(row.worksheet()),
                        Terms.read(order, Kind.valueOf(row.kind()), ZoneId.of(row.zone())),
                        Orders.isFocal(order),
                        Label.of(order.getMeta())),
                Orders.replaced(order));
    }

    private static Stream<Assigned> given(List<OccasionRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(OccasionRow::assignment, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> read(each.getKey(), each.getValue()));
    }

    private static Assigned read(AssignmentKey key, List<OccasionRow> rows) {
        OccasionRow first = rows.get(0);
        InWindows windows = new InWindows(rows.stream()
                .map(row -> new InWindows.Given(new OccasionKey(row.task()), row.opens(), row.closes()))
                .toList());
        Instant start =
                rows.stream().map(OccasionRow::opens).min(Instant::compareTo).orElseThrow();
        Instant end =
                rows.stream().map(OccasionRow::closes).max(Instant::compareTo).orElseThrow();
        Assignment terms = new Assignment(
                ZoneId.of(first.zone()),
                List.of(new Segment(windows, WindowRule.of(Kind.valueOf(first.kind())), start, end)),
                Calendar.empty(),
                new Agreement.NotAsked(),
                1);
        return new Assigned(
                key,
                List.of(key),
                first.subject(),
                Optional.of(key.resource()),
                Canonical.parse(first.worksheet()),
                terms,
                false);
    }
}
