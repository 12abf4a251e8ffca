package org.cbthomework.launch.assign;

import java.util.List;
import java.util.Optional;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.OrderExtensions;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/** What stands around an assignment and is to know of it: the patient's plan, and what was focal until now. */
final class Around {

    private static final int TRIES = 3;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final HomeworkStore store;
    private final String patient;

    Around(HomeworkStore store, String patient) {
        this.store = store;
        this.patient = patient;
    }

    /** The plan that homework belongs to, if there is one that is active. */
    Optional<CarePlan> plan() {
        return store.plans(patient).stream()
                .filter(plan -> plan.getStatus() == CarePlanStatus.ACTIVE && plan.getIntent() == CarePlanIntent.PLAN)
                .findFirst();
    }

    /** Enters an assignment and its goal into the plan, once; again if somebody else changed the plan meanwhile. */
    void enter(String assignment, @Nullable Reference goal) {
        for (int tried = 1; ; tried++) {
            Optional<CarePlan> plan = plan().filter(each -> entered(each, "ServiceRequest/" + assignment, goal));
            try {
                plan.ifPresent(store::keep);
                return;
            } catch (HomeworkRefused refused) {
                if (!isConflict(refused) || tried == TRIES) {
                    throw refused;
                }
            }
        }
    }

    /** Takes the mark from all active assignments but one. */
    void moveFocal(List<ServiceRequest> orders, String to) {
        orders.stream()
                .filter(order -> Orders.isFocal(order)
                        && !order.getIdElement().getIdPart().equals(to))
                .forEach(order -> {
                    order.getExtensionByUrl(OrderExtensions.FOCAL).setValue(new BooleanType(false));
                    store.keep(order);
                });
    }

    static boolean isConflict(HomeworkRefused refused) {
        return refused.status() == CONFLICT || refused.status() == PRECONDITION_FAILED;
    }

    private static boolean entered(CarePlan plan, String order, @Nullable Reference goal) {
        boolean isChanged = false;
        if (plan.getActivity().stream()
                .noneMatch(each -> order.equals(each.getReference().getReference()))) {
            plan.addActivity().setReference(new Reference(order));
            isChanged = true;
        }
        if (goal != null
                && goal.hasReference()
                && plan.getGoal().stream().noneMatch(each -> goal.getReference().equals(each.getReference()))) {
            plan.addGoal(new Reference(goal.getReference()));
            isChanged = true;
        }
        return isChanged;
    }
}
