package org.cbthomework.launch.assign;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cbthomework.launch.homework.AgreedDose;
import org.cbthomework.launch.homework.HomeworkAway;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.homework.OrderExtensions;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * Assigns homework. The ids of what is stored follow from the form, whose key is good for one assignment: however often the
 * same form arrives, it is stored once, and what an earlier try left undone is done.
 */
public final class AssigningHomework {

    private static final int UNAUTHORIZED = 401;

    private final HomeworkStores stores;
    private final Naming naming;
    private final Clock clock;
    private final Preparing preparing;

    /**
     * For patients in any zone.
     *
     * @param otherwise the zone of patients whose record tells none
     */
    public AssigningHomework(HomeworkStores stores, Naming naming, Clock clock, ZoneId otherwise) {
        this.stores = stores;
        this.naming = naming;
        this.clock = clock;
        this.preparing = new Preparing(clock, otherwise);
    }

    /** Gives a name that nobody guesses, the same for the same text. */
    @FunctionalInterface
    public interface Naming {
        byte[] name(String text);
    }

    /**
     * The form of a plan, as far as it can be filled in without the patient.
     *
     * @param worksheet the id of its Questionnaire
     * @return empty if there is no such worksheet, or the launch is about no patient
     */
    public Optional<Planned> open(Launch opened, String worksheet, Locale reader) {
        Launch launch = stores.current(opened);
        return prepared(launch, worksheet, reader).map(each -> Planned.of(each, Prefilling.form(each)));
    }

    /**
     * Stores the plan, unless something in it is wrong.
     *
     * @return empty if there is no such worksheet, or the launch is about no patient
     */
    public Optional<Assigned> assign(Launch opened, String worksheet, PlanForm form, Locale reader) {
        Launch launch = stores.current(opened);
        return prepared(launch, worksheet, reader).map(each -> assigned(launch, each, form));
    }

    /** What to tell of an assignment that was stored; empty if it is not there. */
    public Optional<Told> told(Launch opened, String assignment, Locale reader) {
        Launch launch = stores.current(opened);
        HomeworkStore store = stores.of(launch);
        return store.assignment(assignment)
                .map(order -> new Told(
                        store.worksheet(Orders.canonical(order))
                                .map(each -> LibraryEntry.of(each, reader).title())
                                .orElse(""),
                        Rhythm.read(Orders.timing(order), AgreedDose.isAsNeeded(order))
                                .orElse(null),
                        OrderExtensions.isTrue(order, OrderExtensions.AGREEMENT_REQUESTED)));
    }

    private Optional<Prepared> prepared(Launch launch, String worksheet, Locale reader) {
        return Optional.ofNullable(launch.context().patient())
                .flatMap(patient -> preparing.prepare(stores.of(launch), launch, patient, worksheet, reader));
    }

    private Assigned assigned(Launch launch, Prepared prepared, PlanForm form) {
        ReadingPlans.Read read = ReadingPlans.read(
                form,
                prepared.today(),
                prepared.goals().stream().map(Prefilling::id).toList());
        Plan plan = read.plan();
        if (plan == null) {
            return back(prepared, form, read.problems(), null, false);
        }
        if (!isKey(form.get("key"))) {
            return anew(prepared, form, "key-missing");
        }
        String id = name(launch, prepared, form, "assignment");
        try {
            return stored(launch, prepared, plan, id, name(launch, prepared, form, "goal"))
                    ? new Assigned(id, Planned.of(prepared, form), List.of(), null, false)
                    : anew(prepared, form, "assigned-already");
        } catch (HomeworkRefused refused) {
            if (refused.status() == UNAUTHORIZED) {
                throw refused;
            }
            return back(prepared, form, List.of(), String.valueOf(refused.getMessage()), false);
        } catch (HomeworkAway away) {
            return back(prepared, form, List.of(), null, true);
        }
    }

    /** Whether it is stored now; not if the form assigned something else before. */
    private boolean stored(Launch launch, Prepared prepared, Plan plan, String id, String goalId) {
        HomeworkStore store = stores.of(launch);
        Around around = new Around(store, prepared.patient());
        boolean maySeePlans = launch.grant().scopes().allow("CarePlan", 's');
        Optional<CarePlan> carePlan = maySeePlans ? around.plan() : Optional.empty();
        WritingOrders writing = new WritingOrders(prepared, plan, ZonedDateTime.now(clock.withZone(prepared.zone())));
        Reference goal = goal(prepared, plan, goalId);
        ServiceRequest order =
                writing.order(id, carePlan, goal, launch.context().fhirUser());
        Optional<ServiceRequest> before = store.assignment(id);
        if (before.isPresent() && !SameOrder.says(before.get(), order)) {
            return false;
        }
        if (before.isEmpty()) {
            if (goal != null
                    && goal.getReference() != null
                    && goal.getReference().endsWith(goalId)) {
                store.keep(writing.goal(goalId));
            }
            keep(store, order);
        }
        if (maySeePlans) {
            around.enter(id, goal);
        }
        if (plan.isFocal()) {
            around.moveFocal(prepared.orders(), id);
        }
        return true;
    }

    /** Two deliveries at once: whichever comes second finds it stored. */
    private static void keep(HomeworkStore store, ServiceRequest order) {
        try {
            store.keep(order);
        } catch (HomeworkRefused refused) {
            if (!Around.isConflict(refused)
                    || store.assignment(order.getIdElement().getIdPart()).isEmpty()) {
                throw refused;
            }
        }
    }

    /** With its words, which stay where no Goal may be stored. */
    private static @Nullable Reference goal(Prepared prepared, Plan plan, String id) {
        if (!plan.newGoal().isEmpty()) {
            Reference written = new Reference().setDisplay(plan.newGoal());
            return prepared.maySetGoals() ? written.setReference("Goal/" + id) : written;
        }
        return prepared.goals().stream()
                .filter(each -> Prefilling.id(each).equals(plan.goal()))
                .findFirst()
                .map(each -> new Reference("Goal/" + Prefilling.id(each))
                        .setDisplay(each.getDescription().getText()))
                .orElse(null);
    }

    private String name(Launch launch, Prepared prepared, PlanForm form, String what) {
        String of = launch.issuer() + " Patient/" + prepared.patient() + " "
                + prepared.entry().id() + " " + form.get("key");
        return UUID.nameUUIDFromBytes(naming.name(what + " " + of)).toString();
    }

    private static boolean isKey(String told) {
        return told.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    /** Sent again, it will be another assignment. */
    private static Assigned anew(Prepared prepared, PlanForm form, String problem) {
        PlanForm fresh = form.with("key", UUID.randomUUID().toString());
        return back(prepared, fresh, List.of(Problem.of("", problem)), null, false);
    }

    private static Assigned back(
            Prepared prepared, PlanForm form, List<Problem> problems, @Nullable String refusal, boolean isAway) {
        return new Assigned(null, Planned.of(prepared, form), problems, refusal, isAway);
    }
}
