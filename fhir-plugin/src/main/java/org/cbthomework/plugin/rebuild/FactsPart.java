package org.cbthomework.plugin.rebuild;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.plugin.assignment.ReadingAssignments;
import org.cbthomework.plugin.ledger.AssignmentRow;
import org.cbthomework.plugin.ledger.CalendarRow;
import org.cbthomework.plugin.ledger.ChangedPatients;
import org.cbthomework.plugin.ledger.Facts;
import org.cbthomework.plugin.ledger.OccasionRow;
import org.cbthomework.plugin.ledger.ResourceFacts;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** What was assigned, and what is known of patients' days. */
final class FactsPart implements Part {

    private final ReadingAssignments reading;
    private final Facts facts;
    private final ChangedPatients changed;

    FactsPart(ReadingAssignments reading, Facts facts, ChangedPatients changed) {
        this.reading = reading;
        this.facts = facts;
        this.changed = changed;
    }

    @Override
    public List<String> types() {
        return List.of("ServiceRequest", "CarePlan", "Task", "Encounter", "Patient");
    }

    @Override
    public List<String> held() {
        return facts.resources();
    }

    @Override
    public Comparison compare(String name, Optional<IBaseResource> resource) {
        ResourceFacts said = resource.map(reading::read).orElseGet(() -> ResourceFacts.none(name));
        ResourceFacts held = facts.of(name);
        return new Comparison(said.orders().size() + said.given().size(), said.equals(held), () -> {
            facts.record(said);
            Stream.concat(subjects(said), subjects(held)).distinct().forEach(changed::note);
        });
    }

    private static Stream<String> subjects(ResourceFacts facts) {
        return Stream.of(
                        facts.orders().stream().map(AssignmentRow::subject),
                        facts.given().stream().map(OccasionRow::subject),
                        facts.days().stream().map(CalendarRow::subject))
                .flatMap(each -> each);
    }
}
