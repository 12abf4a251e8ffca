package org.cbthomework.plugin.assignment;

import java.util.Optional;
import java.util.Set;
import org.cbthomework.plugin.ledger.CalendarRow;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;

/** Encounters as far as homework is concerned: therapy sessions and stays in hospital. */
final class Encounters {

    private static final String HOMEWORK = "https://w3id.org/cbt-homework/fhir/CodeSystem/homework";
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final Set<String> INPATIENT = Set.of("IMP", "ACUTE", "NONAC");
    private static final Set<EncounterStatus> DID_NOT_HAPPEN =
            Set.of(EncounterStatus.CANCELLED, EncounterStatus.ENTEREDINERROR);

    private Encounters() {}

    /** What the Encounter says of when homework is expected; one that others wrote is never refused. */
    static Optional<CalendarRow> read(Encounter encounter) {
        boolean usable = encounter.getSubject().hasReference()
                && encounter.getPeriod().hasStart()
                && !DID_NOT_HAPPEN.contains(encounter.getStatus())
                && Moments.namesADay(encounter.getPeriod().getStartElement())
                && (!encounter.getPeriod().hasEnd()
                        || Moments.namesADay(encounter.getPeriod().getEndElement()));
        return usable ? kind(encounter).map(kind -> row(encounter, kind)) : Optional.empty();
    }

    private static Optional<CalendarRow.Kind> kind(Encounter encounter) {
        if (encounter.getType().stream().anyMatch(type -> type.hasCoding(HOMEWORK, "therapy-session"))) {
            return Optional.of(CalendarRow.Kind.SESSION);
        }
        boolean inHospital = ACT_CODE.equals(encounter.getClass_().getSystem())
                && INPATIENT.contains(String.valueOf(encounter.getClass_().getCode()))
                && encounter.getStatus() != EncounterStatus.PLANNED;
        return inHospital ? Optional.of(CalendarRow.Kind.INPATIENT) : Optional.empty();
    }

    private static CalendarRow row(Encounter encounter, CalendarRow.Kind kind) {
        return new CalendarRow(
                "Encounter/" + encounter.getIdElement().getIdPart(),
                encounter.getSubject().getReference(),
                encounter.getSubject().getReference(),
                kind,
                encounter.getPeriod().getStartElement().getValueAsString(),
                Optional.ofNullable(encounter.getPeriod().getEndElement().getValueAsString()));
    }
}
