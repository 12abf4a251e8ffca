package org.cbthomework.launch.assign;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cbthomework.launch.homework.AgreedDose;
import org.cbthomework.launch.homework.BackupPlan;
import org.cbthomework.launch.homework.Spoken;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Timing;

/**
 * Begins the form of a plan with the last time that this patient had the worksheet, else with how it is usually given. What
 * only the patient can say, confidence and agreement, is left open.
 */
final class Prefilling {

    static final String FOR_GOAL = "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal";
    private static final int DAYS_OF_A_WEEK = 7;

    private Prefilling() {}

    static PlanForm form(Prepared prepared) {
        Optional<ServiceRequest> last = prepared.lastTime();
        PlanForm form = new PlanForm(Map.of())
                .with("key", UUID.randomUUID().toString())
                .with(
                        "why",
                        last.map(Prefilling::why).filter(why -> !why.isEmpty()).orElseGet(() -> purpose(prepared)))
                .with("note", last.map(ServiceRequest::getPatientInstruction).orElse(""))
                .with("goal", goal(prepared, last))
                .with("start", prepared.today().toString())
                .with("weeks", last.flatMap(Prefilling::weeks).orElse(""));
        for (ServiceRequest order : last.stream().toList()) {
            Optional<BackupPlan> backup = BackupPlan.of(order);
            form = form.with("if", backup.map(BackupPlan::when).orElse(""))
                    .with("then", backup.map(BackupPlan::then).orElse(""));
        }
        return with(form, rhythm(prepared));
    }

    /** How it is usually given; once a week, if nothing says. */
    static Rhythm usual(Prepared prepared) {
        ActivityDefinition usual = prepared.usual();
        if (usual == null) {
            return Rhythm.of(Dose.ONE_A_WEEK);
        }
        Timing timing = usual.hasTimingTiming() ? usual.getTimingTiming() : null;
        return Rhythm.read(timing, timing == null).orElseGet(() -> Rhythm.of(Dose.ONE_A_WEEK));
    }

    static Optional<Rhythm> lastTime(Prepared prepared) {
        return prepared.lastTime().flatMap(order -> Rhythm.read(Orders.timing(order), AgreedDose.isAsNeeded(order)));
    }

    private static Rhythm rhythm(Prepared prepared) {
        return lastTime(prepared).orElseGet(() -> usual(prepared));
    }

    private static PlanForm with(PlanForm form, Rhythm rhythm) {
        String part = rhythm.part();
        String time = rhythm.at() != null ? ReadingPlans.CLOCK : part == null ? "" : part;
        return form.with("dose", rhythm.dose().name())
                .with("day", rhythm.days().stream().map(Rhythm::code).toArray(String[]::new))
                .with("time", time)
                .with("clock", rhythm.at() == null ? "" : rhythm.at().toString());
    }

    private static String why(ServiceRequest order) {
        return order.getReasonCode().stream()
                .filter(CodeableConcept::hasText)
                .map(CodeableConcept::getText)
                .findFirst()
                .orElse("");
    }

    /** In the patient's language, since it is the patient who reads it. */
    private static String purpose(Prepared prepared) {
        ActivityDefinition usual = prepared.usual();
        return usual != null && usual.hasPurpose()
                ? Spoken.in(prepared.patientLanguages(), usual.getLanguage(), usual.getPurposeElement())
                        .orElse("")
                : prepared.entry().purpose();
    }

    /** The last one; else the only one that there is. */
    private static String goal(Prepared prepared, Optional<ServiceRequest> last) {
        List<String> ids = prepared.goals().stream().map(Prefilling::id).toList();
        return last.map(order -> order.getExtensionByUrl(FOR_GOAL))
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(value -> ((Reference) value).getReferenceElement().getIdPart())
                .filter(ids::contains)
                .orElse(ids.size() == 1 ? ids.get(0) : "");
    }

    static String id(Goal goal) {
        return goal.getIdElement().getIdPart();
    }

    private static Optional<String> weeks(ServiceRequest order) {
        return Optional.ofNullable(Orders.timing(order))
                .map(timing -> timing.getRepeat())
                .filter(repeat -> repeat.hasBoundsPeriod()
                        && repeat.getBoundsPeriod().hasStart()
                        && repeat.getBoundsPeriod().hasEnd())
                .map(repeat -> repeat.getBoundsPeriod())
                .map(bounds -> 1 + ChronoUnit.DAYS.between(day(bounds.getStartElement()), day(bounds.getEndElement())))
                .filter(days -> days > 0 && days % DAYS_OF_A_WEEK == 0)
                .map(days -> Long.toString(days / DAYS_OF_A_WEEK));
    }

    private static LocalDate day(DateTimeType moment) {
        return LocalDate.parse(moment.getValueAsString().substring(0, 10));
    }
}
