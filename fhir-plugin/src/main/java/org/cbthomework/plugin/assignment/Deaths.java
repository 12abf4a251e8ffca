package org.cbthomework.plugin.assignment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.ledger.CalendarRow;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;

/** A patient's death ends all homework: nobody shall count what was missed after it. */
final class Deaths {

    private Deaths() {}

    /** Writes down when the server learned of a death, if the record does not tell its day. */
    static void settle(Optional<Patient> before, Patient patient, Clock clock) {
        boolean needsATime = isDead(patient) && day(patient).isEmpty();
        if (needsATime) {
            before.ifPresent(old -> Settled.carry(old, patient));
        }
        if (needsATime
                || HomeworkExtensions.value(patient, HomeworkExtensions.ENDED, DateTimeType.class)
                        .isPresent()) {
            Settled.end(patient, needsATime, clock);
        }
    }

    /** The death that the record tells, if it tells one. */
    static List<CalendarRow> read(Patient patient) {
        String name = "Patient/" + patient.getIdElement().getIdPart();
        return day(patient)
                .or(() -> isDead(patient)
                        ? HomeworkExtensions.value(patient, HomeworkExtensions.ENDED, DateTimeType.class)
                        : Optional.empty())
                .map(moment -> new CalendarRow(
                        name, name, name, CalendarRow.Kind.DEATH, moment.getValueAsString(), Optional.empty()))
                .stream()
                .toList();
    }

    private static Optional<DateTimeType> day(Patient patient) {
        return Optional.ofNullable(patient.getDeceased())
                .filter(DateTimeType.class::isInstance)
                .map(DateTimeType.class::cast)
                .filter(Moments::namesADay);
    }

    private static boolean isDead(Patient patient) {
        return patient.getDeceased() instanceof BooleanType dead
                ? dead.booleanValue()
                : patient.getDeceased() instanceof DateTimeType;
    }
}
