package org.cbthomework.plugin.assignment;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cbthomework.adherence.schedule.Calendar;
import org.cbthomework.adherence.schedule.Stretch;
import org.cbthomework.plugin.ledger.EncounterRow;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
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
    static Optional<EncounterRow> read(Encounter encounter) {
        boolean usable = encounter.getSubject().hasReference()
                && encounter.getPeriod().hasStart()
                && !DID_NOT_HAPPEN.contains(encounter.getStatus())
                && namesADay(encounter.getPeriod().getStartElement())
                && (!encounter.getPeriod().hasEnd()
                        || namesADay(encounter.getPeriod().getEndElement()));
        return usable ? kind(encounter).map(kind -> row(encounter, kind)) : Optional.empty();
    }

    /** The patient's days as the Encounters tell them, in the zone of an assignment. */
    static Calendar add(List<EncounterRow> rows, Calendar calendar, ZoneId zone) {
        List<Stretch> stays = rows.stream()
                .filter(row -> row.kind() == EncounterRow.Kind.INPATIENT)
                .map(row -> stay(row, zone))
                .toList();
        List<Instant> sessions = rows.stream()
                .filter(row -> row.kind() == EncounterRow.Kind.SESSION)
                .map(row -> start(row, zone))
                .toList();
        return new Calendar(
                Stream.concat(calendar.excuses().stream(), stays.stream()).toList(),
                Stream.concat(calendar.sessions().stream(), sessions.stream()).toList());
    }

    private static Stretch stay(EncounterRow row, ZoneId zone) {
        Instant start = start(row, zone);
        Instant end = row.ends()
                .map(text -> Moments.end(new DateTimeType(text), zone, row.encounter()))
                .orElse(Instant.MAX);
        return new Stretch(start, end.isBefore(start) ? start : end);
    }

    private static Instant start(EncounterRow row, ZoneId zone) {
        return Moments.start(new DateTimeType(row.starts()), zone, row.encounter());
    }

    private static Optional<EncounterRow.Kind> kind(Encounter encounter) {
        if (encounter.getType().stream().anyMatch(type -> type.hasCoding(HOMEWORK, "therapy-session"))) {
            return Optional.of(EncounterRow.Kind.SESSION);
        }
        boolean inHospital = ACT_CODE.equals(encounter.getClass_().getSystem())
                && INPATIENT.contains(String.valueOf(encounter.getClass_().getCode()))
                && encounter.getStatus() != EncounterStatus.PLANNED;
        return inHospital ? Optional.of(EncounterRow.Kind.INPATIENT) : Optional.empty();
    }

    private static EncounterRow row(Encounter encounter, EncounterRow.Kind kind) {
        return new EncounterRow(
                "Encounter/" + encounter.getIdElement().getIdPart(),
                encounter.getSubject().getReference(),
                kind,
                encounter.getPeriod().getStartElement().getValueAsString(),
                Optional.ofNullable(encounter.getPeriod().getEndElement().getValueAsString()));
    }

    /** A time without an offset would depend on where the server stands; a month names no day. */
    private static boolean namesADay(BaseDateTimeType value) {
        TemporalPrecisionEnum precision = value.getPrecision();
        return precision == TemporalPrecisionEnum.DAY || Moments.hasOffset(value);
    }
}
