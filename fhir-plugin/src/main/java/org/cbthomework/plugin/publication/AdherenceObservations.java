package org.cbthomework.plugin.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.assignment.Assigned;
import org.cbthomework.plugin.report.Measured;
import org.cbthomework.plugin.report.WritingObservations;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;

/** The adherence of an assignment as Observations, one to date and one for each therapy week, and where they come from. */
final class AdherenceObservations {

    private static final String AGENT_TYPE = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private AdherenceObservations() {}

    static List<Desired> desired(Measured measured) {
        Assigned assigned = measured.assigned();
        List<Observation> observations = new ArrayList<>();
        observations.add(named(assigned, "to date", toDate(measured)));
        WritingObservations.weeks(measured)
                .forEach(week -> observations.add(named(
                        assigned,
                        "week " + week.getEffectivePeriod().getStartElement().getValueAsString(),
                        week)));
        List<Desired> desired = new ArrayList<>(observations.stream()
                .map(each -> new Desired(each, assigned.root(), Optional.empty()))
                .toList());
        desired.add(new Desired(
                provenance(assigned, observations, measured.adherence().asOf()), assigned.root(), Optional.empty()));
        return desired;
    }

    /** What goes on has no end yet: else it would say something else at every moment. */
    private static Observation toDate(Measured measured) {
        Observation observation = WritingObservations.toDate(measured);
        if (observation.getStatus() == ObservationStatus.PRELIMINARY) {
            observation.getEffectivePeriod().setEnd(null);
        }
        return observation;
    }

    private static Observation named(Assigned assigned, String part, Observation observation) {
        observation.setId(Names.of(assigned.root().value(), part));
        return observation;
    }

    /** Computed by this plugin from the order; each Observation names the responses that it derives from. */
    private static Provenance provenance(Assigned assigned, List<Observation> observations, Instant now) {
        Provenance provenance = new Provenance();
        provenance.setId(Names.of(assigned.root().value(), "provenance"));
        assigned.labels().forEach(label -> label.putOn(provenance.getMeta()));
        observations.forEach(each -> provenance.addTarget(
                new Reference("Observation/" + each.getIdElement().getIdPart())));
        provenance.setRecorded(Date.from(now));
        provenance
                .addAgent()
                .setWho(new Reference()
                        .setDisplay(observations.get(0).getDevice().getDisplay()))
                .getType()
                .addCoding()
                .setSystem(AGENT_TYPE)
                .setCode("assembler");
        assigned.members()
                .forEach(member -> provenance
                        .addEntity()
                        .setRole(ProvenanceEntityRole.SOURCE)
                        .setWhat(new Reference(member.resource())));
        return provenance;
    }
}
