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
import org.cbthomework.plugin.ledger.EncounterRows;
import org.cbthomework.plugin.ledger.OccasionRow;
import org.cbthomework.plugin.ledger.OccasionRows;
import org.cbthomework.plugin.worksheet.Canonical;
import org.hl7.fhir.r4.model.ServiceRequest;

/** The homework that was assigned, read from the ledger. */
public final class Assignments {

    private final FhirContext fhir;
    private final AssignmentRows orders;
    private final OccasionRows given;
    private final EncounterRows encounters;

    public Assignments(FhirContext fhir, AssignmentRows orders, OccasionRows given, EncounterRows encounters) {
        this.fhir = fhir;
        this.orders = orders;
        this.given = given;
        this.encounters = encounters;
    }

    /** The assignment of that key with all that it replaces and that replaces it. */
    public Optional<Assigned> find(AssignmentKey key) {
        Optional<Assigned> order =
                orders.find(key).map(row -> inTheirDays(Chains.join(readAll(orders.ofChain(row.chain())))));
        return order.isPresent() ? order : given(key);
    }

    /** The assignment of that key by itself, as a response to it sees it. */
    Optional<Assigned> member(AssignmentKey key) {
        Optional<Assigned> order = orders.find(key).map(this::read);
        return order.isPresent() ? order : given(key);
    }

    /** All that a patient was assigned, by key. */
    public List<Assigned> ofPatient(String subject) {
        return join(chains(orders.ofSubject(subject)), given.ofSubject(subject));
    }

    /** All that a care plan holds: what is written into it, what names it, and what it refers to by key. */
    public List<Assigned> ofCarePlan(String carePlan, Collection<AssignmentKey> referredTo) {
        Stream<AssignmentRow> others = referredTo.stream().flatMap(key -> orders.find(key).stream());
        List<AssignmentRow> wholeChains = Stream.concat(orders.ofCarePlan(carePlan).stream(), others)
                .map(AssignmentRow::chain)
                .distinct()
                .flatMap(chain -> orders.ofChain(chain).stream())
                .toList();
        return join(chains(wholeChains), given.ofCarePlan(carePlan));
    }

    private Optional<Assigned> given(AssignmentKey key) {
        return join(Stream.empty(), given.of(key)).stream().findFirst();
    }

    private Stream<Assigned> chains(List<AssignmentRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(AssignmentRow::chain, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(chain -> inTheirDays(Chains.join(readAll(chain))));
    }

    /** With the sessions and the stays in hospital of the patient. */
    private Assigned inTheirDays(Assigned assigned) {
        Assignment terms = assigned.terms();
        Calendar calendar = Encounters.add(encounters.ofSubject(assigned.subject()), terms.calendar(), terms.zone());
        return new Assigned(
                assigned.key(),
                assigned.members(),
                assigned.subject(),
                assigned.carePlan(),
                assigned.worksheet(),
                new Assignment(terms.zone(), terms.segments(), calendar, terms.agreement(), terms.threshold()),
                assigned.focal());
    }

    private List<Assigned> readAll(List<AssignmentRow> rows) {
        return rows.stream().map(this::read).toList();
    }

    /** A schedule that somebody wrote outweighs Tasks of the same plan and worksheet: these then only name occasions. */
    private List<Assigned> join(Stream<Assigned> orders, List<OccasionRow> given) {
        Map<AssignmentKey, Assigned> joined = new LinkedHashMap<>();
        orders.forEach(order -> joined.putIfAbsent(order.key(), order));
        given.stream()
                .collect(Collectors.groupingBy(OccasionRow::assignment, LinkedHashMap::new, Collectors.toList()))
                .forEach((key, rows) -> joined.computeIfAbsent(key, absent -> inTheirDays(read(key, rows))));
        return List.copyOf(joined.values());
    }

    private Assigned read(AssignmentRow row) {
        ServiceRequest order = fhir.newJsonParser().parseResource(ServiceRequest.class, row.definition());
        return new Assigned(
                row.key(),
                List.of(row.key()),
                row.subject(),
                row.carePlan(),
                Canonical.parse(row.worksheet()),
                Terms.read(order, Kind.valueOf(row.kind()), ZoneId.of(row.zone())),
                Orders.isFocal(order));
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
