package org.cbthomework.launch.homework;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.cbthomework.launch.homework.HomeworkOf.Log;
import org.cbthomework.launch.homework.HomeworkOf.Share;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** What an Observation of adherence says. */
record Measured(Observation observation) {

    private static final String DIARY = "Logged in time";

    boolean is(String code) {
        return observation.getCode().getCoding().stream().anyMatch(coding -> code.equals(coding.getCode()));
    }

    Share done() {
        return new Share(part("occasions-done").orElse(0), due());
    }

    Share inTime() {
        return new Share(part("occasions-in-time").orElse(0), due());
    }

    Optional<Log> log() {
        return part("entries")
                .map(entries -> new Log(
                        entries,
                        part("monitored-days").orElse(0),
                        part("days-asked").orElse(0)));
    }

    /** The server's own words begin with what comes first for this kind of homework. */
    boolean isInTimeFirst() {
        String words = observation.hasText() ? observation.getText().getDiv().allText() : "";
        int diary = words.indexOf(DIARY);
        return diary >= 0 && diary < words.indexOf("Done:");
    }

    boolean isSettled() {
        return observation.getStatus() != ObservationStatus.PRELIMINARY;
    }

    /** The first day, on the patient's wall as the server writes it. */
    LocalDate start() {
        String start = observation.getEffectivePeriod().getStartElement().getValueAsString();
        return LocalDate.parse(start.substring(0, 10));
    }

    /** Whether a moment is in its time, which is open at its end. */
    boolean covers(Date moment) {
        Period period = observation.getEffectivePeriod();
        return !moment.before(period.getStart()) && moment.before(period.getEnd());
    }

    /** The orders that it is about; the plan, where there are none. */
    List<String> basis() {
        return orders(observation.getBasedOn());
    }

    static List<String> orders(Collection<Reference> basedOn) {
        List<String> all = basedOn.stream().map(Reference::getReference).toList();
        List<String> orders =
                all.stream().filter(each -> each.startsWith("ServiceRequest/")).toList();
        return orders.isEmpty() ? all : orders;
    }

    private int due() {
        return part("occasions-due").orElse(0);
    }

    private Optional<Integer> part(String code) {
        return observation.getComponent().stream()
                .filter(each -> each.getCode().getCoding().stream().anyMatch(coding -> code.equals(coding.getCode())))
                .filter(each -> each.getValue() instanceof IntegerType)
                .map(each -> ((IntegerType) each.getValue()).getValue())
                .findFirst();
    }
}
