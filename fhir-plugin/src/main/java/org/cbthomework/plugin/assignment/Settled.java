package org.cbthomework.plugin.assignment;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.instance.model.api.IBaseHasExtensions;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;

/** What is settled once for an assignment, so that its history is never told anew (rule 1 of adherence). */
final class Settled {

    private static final List<String> FOR_EVER = List.of(HomeworkExtensions.TIMEZONE, HomeworkExtensions.ENDED);

    private Settled() {}

    /** Carries over what a client that writes the whole resource again has left out. */
    static void carry(ServiceRequest before, ServiceRequest now) {
        carry((IBaseHasExtensions) before, now);
    }

    static void carry(CarePlan before, CarePlan now) {
        carry((IBaseHasExtensions) before, now);
        Activities.of(now)
                .forEach(detail -> Activities.of(before).stream()
                        .filter(old -> name(old).equals(name(detail)))
                        .findFirst()
                        .ifPresent(old -> carry((IBaseHasExtensions) old, detail)));
    }

    static void carry(Patient before, Patient now) {
        carry((IBaseHasExtensions) before, now);
    }

    /** Writes down when an assignment ended, if it is over and does not say so itself; one that is not has no end. */
    static void end(IBaseHasExtensions assignment, boolean isOver, Clock clock) {
        if (!isOver) {
            assignment.getExtension().removeIf(extension -> HomeworkExtensions.ENDED.equals(extension.getUrl()));
        } else if (HomeworkExtensions.value(assignment, HomeworkExtensions.ENDED, DateTimeType.class)
                .isEmpty()) {
            HomeworkExtensions.add(assignment, HomeworkExtensions.ENDED, new DateTimeType(Date.from(clock.instant())));
        }
    }

    /**
     * Refuses a version that would tell past occasions anew; what was a draft or an error has none.
     *
     * @throws Refused if patient, worksheet or zone change, or the schedule after it has begun
     */
    static void refuseOtherHistory(ServiceRequest before, ServiceRequest now, Clock clock) {
        if (!Orders.counts(before)) {
            return;
        }
        refuseUnless(
                before.getSubject().getReference().equals(now.getSubject().getReference()),
                "ServiceRequest.subject",
                "patient");
        refuseUnless(Orders.worksheet(before).equals(Orders.worksheet(now)), HomeworkExtensions.WORKSHEET, "worksheet");
        ZoneId zone = Zones.of(before);
        refuseUnless(zone.equals(Zones.of(now)), HomeworkExtensions.TIMEZONE, "time zone");
        boolean hasBegun = !Terms.start(before, zone).isAfter(clock.instant());
        refuseUnless(
                !hasBegun || schedule(before).equalsDeep(schedule(now)),
                "ServiceRequest.occurrence",
                "schedule, once it has begun,");
    }

    private static void refuseUnless(boolean same, String expression, String what) {
        if (!same) {
            throw new Refused(
                    expression,
                    "The " + what
                            + " of an assignment cannot be changed; end this one, and assign the new one beside it");
        }
    }

    /** The schedule without its end, which may move. */
    private static Timing schedule(ServiceRequest order) {
        Timing schedule = order.getOccurrence() instanceof Timing timing ? timing.copy() : new Timing();
        if (schedule.getRepeat().hasBoundsPeriod()) {
            schedule.getRepeat().getBoundsPeriod().setEnd(null);
        } else {
            schedule.getRepeat().setBounds(null);
        }
        return schedule;
    }

    private static void carry(IBaseHasExtensions before, IBaseHasExtensions now) {
        FOR_EVER.forEach(url -> {
            if (HomeworkExtensions.value(now, url, Type.class).isEmpty()) {
                HomeworkExtensions.value(before, url, Type.class)
                        .ifPresent(value -> HomeworkExtensions.add(now, url, value.copy()));
            }
        });
    }

    private static String name(CarePlanActivityDetailComponent detail) {
        return Activities.worksheet(detail).url();
    }
}
