package org.cbthomework.launch.assign;

/**
 * How much homework a patient has at one time.
 *
 * @param daily items that come each day
 * @param weekly items that come again, but not each day
 * @param asItHappens items without a number
 * @param minutes a day, taken over a week, of what comes again
 */
public record Load(int daily, int weekly, int asItHappens, double minutes) {

    /** More of them at once are likely to be left undone. */
    private static final int MOST_DAILY = 2;

    private static final int DAYS_OF_A_WEEK = 7;

    static final Load NONE = new Load(0, 0, 0, 0);

    /** With an item that comes so often, and takes so long each time. */
    Load with(double perWeek, int itsMinutes) {
        boolean isDaily = perWeek >= DAYS_OF_A_WEEK;
        return new Load(
                daily + (isDaily ? 1 : 0),
                weekly + (perWeek > 0 && !isDaily ? 1 : 0),
                asItHappens,
                minutes + perWeek * itsMinutes / DAYS_OF_A_WEEK);
    }

    Load withOneAsItHappens() {
        return new Load(daily, weekly, asItHappens + 1, minutes);
    }

    Load with(Dose dose, int itsMinutes) {
        return dose == Dose.WHEN_IT_HAPPENS ? withOneAsItHappens() : with(dose.perWeek(), itsMinutes);
    }

    /** Rounded up, so that something is never nothing. */
    public int wholeMinutes() {
        return (int) Math.ceil(minutes);
    }

    public boolean isHeavy() {
        return daily > MOST_DAILY;
    }
}
