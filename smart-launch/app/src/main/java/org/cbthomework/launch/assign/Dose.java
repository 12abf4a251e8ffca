package org.cbthomework.launch.assign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How often homework is done, from the smallest dose that comes again to the largest. */
public enum Dose {
    WHEN_IT_HAPPENS(0, 0),
    ONCE(0, 0),
    EVERY_SECOND_WEEK(1, 14),
    ONE_A_WEEK(1, 7),
    TWO_A_WEEK(2, 7),
    THREE_A_WEEK(3, 7),
    FOUR_A_WEEK(4, 7),
    FIVE_A_WEEK(5, 7),
    SIX_A_WEEK(6, 7),
    EVERY_DAY(1, 1);

    private static final int DAYS_OF_A_WEEK = 7;

    private final int times;
    private final int days;

    Dose(int times, int days) {
        this.times = times;
        this.days = days;
    }

    /** The dose of so many times in so many days, if it is one. */
    static Optional<Dose> of(int times, int days) {
        boolean isEachDay = times == days;
        return Arrays.stream(values())
                .filter(dose ->
                        dose.comesAgain() && (isEachDay ? dose == EVERY_DAY : dose.times == times && dose.days == days))
                .findFirst();
    }

    static Optional<Dose> named(String name) {
        return Arrays.stream(values()).filter(dose -> dose.name().equals(name)).findFirst();
    }

    /** How often in {@link #days()}; 0 where no number is agreed, or it is done once. */
    public int times() {
        return times;
    }

    public int days() {
        return days;
    }

    public boolean comesAgain() {
        return times > 0;
    }

    /** Whether days of the week may be chosen for it. */
    public boolean mayHaveDays() {
        return comesAgain() && days >= DAYS_OF_A_WEEK;
    }

    double perWeek() {
        return comesAgain() ? (double) times * DAYS_OF_A_WEEK / days : 0;
    }

    /** What to offer to whoever is not sure of this dose, the largest first; nothing where nothing is smaller. */
    public List<Dose> smaller() {
        return switch (this) {
            case WHEN_IT_HAPPENS, ONCE, EVERY_SECOND_WEEK -> List.of();
            case ONE_A_WEEK -> List.of(EVERY_SECOND_WEEK);
            case TWO_A_WEEK -> List.of(ONE_A_WEEK);
            case THREE_A_WEEK -> List.of(TWO_A_WEEK, ONE_A_WEEK);
            case FOUR_A_WEEK, FIVE_A_WEEK, SIX_A_WEEK, EVERY_DAY -> List.of(THREE_A_WEEK, TWO_A_WEEK, ONE_A_WEEK);
        };
    }
}
