package org.cbthomework.launch.assign;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cbthomework.launch.homework.AgreedDose;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan for one patient and one worksheet goes by.
 *
 * @param usual how the worksheet is usually given; null if nothing says so
 * @param orders of the patient that ever counted, the latest first
 * @param library by which other worksheets are named
 * @param zone where the patient lives
 * @param patientLanguages which the patient reads, best first; the reader's, if the record tells none
 * @param maySetGoals whether a goal that is written is stored as one
 */
record Prepared(
        String patient,
        LibraryEntry entry,
        @Nullable ActivityDefinition usual,
        List<ServiceRequest> orders,
        List<Goal> goals,
        List<LibraryEntry> library,
        ZoneId zone,
        LocalDate today,
        List<String> patientLanguages,
        boolean maySetGoals) {

    Prepared {
        orders = List.copyOf(orders);
        goals = goals.stream().filter(Prepared::isWanted).toList();
        library = List.copyOf(library);
        patientLanguages = List.copyOf(patientLanguages);
    }

    /** The last time that this patient had this worksheet, of whatever version. */
    Optional<ServiceRequest> lastTime() {
        return orders.stream()
                .filter(order -> Orders.url(order).equals(entry.url()))
                .findFirst();
    }

    List<ServiceRequest> active() {
        return orders.stream().filter(Orders::isActive).toList();
    }

    /** What the patient does already. */
    Load load() {
        Load load = Load.NONE;
        for (ServiceRequest order : active()) {
            double perWeek = Rhythm.perWeek(Orders.timing(order), AgreedDose.isAsNeeded(order));
            boolean isLog = AgreedDose.isAsNeeded(order) && perWeek == 0;
            load = isLog ? load.withOneAsItHappens() : load.with(perWeek, minutes(order));
        }
        return load;
    }

    /** What an order is called here; the title of its worksheet. */
    String title(ServiceRequest order) {
        return worksheet(order)
                .map(LibraryEntry::title)
                .orElseGet(() -> Orders.url(order).replaceFirst(".*/", ""));
    }

    private int minutes(ServiceRequest order) {
        return worksheet(order).map(LibraryEntry::minutes).orElse(0);
    }

    private Optional<LibraryEntry> worksheet(ServiceRequest order) {
        return library.stream()
                .filter(each -> each.url().equals(Orders.url(order)))
                .findFirst();
    }

    private static boolean isWanted(Goal goal) {
        GoalLifecycleStatus status = goal.getLifecycleStatus();
        return goal.getDescription().hasText()
                && status != GoalLifecycleStatus.COMPLETED
                && status != GoalLifecycleStatus.CANCELLED
                && status != GoalLifecycleStatus.REJECTED
                && status != GoalLifecycleStatus.ENTEREDINERROR;
    }
}
