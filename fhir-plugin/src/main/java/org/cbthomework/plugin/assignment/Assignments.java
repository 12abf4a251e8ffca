package org.cbthomework.plugin.assignment;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.cbthomework.adherence.schedule.WindowRule;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.ledger.AssignmentRow;
import org.cbthomework.plugin.ledger.AssignmentRows;
import org.cbthomework.plugin.ledger.OccasionRow;
import org.cbthomework.plugin.ledger.OccasionRows;
import org.cbthomework.plugin.worksheet.Canonical;
import org.hl7.fhir.r4.model.ServiceRequest;

/** The homework that was assigned, read from the ledger. */
public final class Assignments {

    private final FhirContext fhir;
    private final AssignmentRows orders;
    private final OccasionRows given;

    public Assignments(FhirContext fhir, AssignmentRows orders, OccasionRows given) {
        this.fhir = fhir;
        this.orders = orders;
        this.given = given;
    }

    public Optional<Assigned> find(AssignmentKey key) {
        Optional<Assigned> order = orders.find(key).map(this::read);
        return order.isPresent()
                ? order
                : join(Stream.empty(), given.of(key)).stream().findFirst();
    }

    /** All that a patient was assigned, by key. */
    public List<Assigned> ofPatient(String subject) {
        return join(orders.ofSubject(subject).stream().map(this::read), given.ofSubject(subject));
    }

    /** All that a care plan holds: what is written into it, what names it, and what it refers to by key. */
    public List<Assigned> ofCarePlan(String carePlan, Collection<AssignmentKey> referredTo) {
        Stream<Assigned> ofPlan = orders.ofCarePlan(carePlan).stream().map(this::read);
        Stream<Assigned> others = referredTo.stream().flatMap(key -> find(key).stream());
        return join(Stream.concat(ofPlan, others), given.ofCarePlan(carePlan));
    }

    /** A schedule that somebody wrote outweighs Tasks of the same plan and worksheet: these then only name occasions. */
    private static List<Assigned> join(Stream<Assigned> orders, List<OccasionRow> given) {
        Map<AssignmentKey, Assigned> joined = new LinkedHashMap<>();
        orders.forEach(order -> joined.putIfAbsent(order.key(), order));
        given.stream()
                .collect(Collectors.groupingBy(OccasionRow::assignment, LinkedHashMap::new, Collectors.toList()))
                .forEach((key, rows) -> joined.computeIfAbsent(key, absent -> read(key, rows)));
        return List.copyOf(joined.values());
    }

    private Assigned read(AssignmentRow row) {
        ServiceRequest order = fhir.newJsonParser().parseResource(ServiceRequest.class, row.definition());
        return new Assigned(
                row.key(),
                row.subject(),
                row.carePlan(),
                Canonical.parse(row.worksheet()),
                Terms.read(order, Kind.valueOf(row.kind()), ZoneId.of(row.zone())));
    }

    private static Assigned read(AssignmentKey key, List<OccasionRow> rows) {
        OccasionRow first = rows.get(0);
        InWindows windows = new InWindows(rows.stream()
                .map(row -> new InWindows.Given(new OccasionKey(row.task()), row.opens(), row.closes()))
                .toList());
        Instant start =
                rows.stream().map(OccasionRow::opens).min(Instant::compareTo).orElseThrow();
        Assignment terms = new Assignment(
                ZoneId.of(first.zone()),
                List.of(Segment.from(start, windows, WindowRule.of(Kind.valueOf(first.kind())))),
                Calendar.empty(),
                new Agreement.NotAsked(),
                1);
        return new Assigned(
                key, first.subject(), Optional.of(key.resource()), Canonical.parse(first.worksheet()), terms);
    }
}
