package org.cbthomework.launch.assign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a plan.
 *
 * @param form as it stands
 * @param goals that the patient has
 * @param doses to choose from, the smallest first
 * @param focal what therapy is about now, by its title; null if nothing is marked
 * @param hasItNow since when the patient has this worksheet already; null if not
 * @param isFromLastTime whether the form began with the last time that the patient had it
 */
public record Planned(
        LibraryEntry entry,
        PlanForm form,
        List<Goal> goals,
        List<Dosage> doses,
        @Nullable String focal,
        @Nullable LocalDate hasItNow,
        boolean isFromLastTime) {

    public Planned {
        goals = List.copyOf(goals);
        doses = List.copyOf(doses);
    }

    /** A goal of the patient. */
    public record Goal(String id, String text) {}

    /**
     * A dose, and what the patient would have with it.
     *
     * @param isUsual whether the worksheet is usually given so
     */
    public record Dosage(Dose dose, boolean isUsual, Load load) {}

    /** The doses that are offered to whoever is not sure of a larger one. */
    public List<Dose> smaller() {
        return List.of(Dose.THREE_A_WEEK, Dose.TWO_A_WEEK, Dose.ONE_A_WEEK, Dose.EVERY_SECOND_WEEK);
    }

    static Planned of(Prepared prepared, PlanForm form) {
        Load load = prepared.load();
        int minutes = prepared.entry().minutes();
        Dose usual = Prefilling.usual(prepared).dose();
        return new Planned(
                prepared.entry(),
                form,
                prepared.goals().stream()
                        .map(each -> new Goal(
                                Prefilling.id(each), each.getDescription().getText()))
                        .toList(),
                List.of(Dose.values()).stream()
                        .map(dose -> new Dosage(dose, dose == usual, load.with(dose, minutes)))
                        .toList(),
                prepared.active().stream()
                        .filter(Orders::isFocal)
                        .map(prepared::title)
                        .findFirst()
                        .orElse(null),
                prepared.active().stream()
                        .filter(order ->
                                Orders.url(order).equals(prepared.entry().url()) && order.hasAuthoredOn())
                        .map(order -> order.getAuthoredOn()
                                .toInstant()
                                .atZone(prepared.zone())
                                .toLocalDate())
                        .findFirst()
                        .orElse(null),
                prepared.lastTime().isPresent());
    }
}
