package org.cbthomework.demo.patients;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.cbthomework.demo.patients.Clinician.ONE;
import static org.cbthomework.demo.patients.Clinician.TWO;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Who the demo patients are: one for each way of doing homework. */
final class Cohort {

    /** Give another seed whenever a patient would come out differently: what was loaded under the old one is replaced. */
    static final long SEED = 3;

    private static final int TWELVE_WEEKS = 84;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Set<DayOfWeek> SMALLER_DOSE = Set.of(MONDAY, THURSDAY);

    private Cohort() {}

    static List<DemoPatient> patients() {
        return List.of(
                patient("Steady", 1988, BERLIN, MONDAY, ONE, Order.diary(Habits.evenings(0.95))),
                patient("Decaying", 1995, MADRID, TUESDAY, TWO, Order.diary(Habits.fadingEvenings())),
                patient(
                        "Dropout",
                        1979,
                        BERLIN,
                        WEDNESDAY,
                        ONE,
                        Order.diary(Habits.evenings(0.9).during(new Stretch(0, 20)))),
                patient("Sunday", 1991, LONDON, THURSDAY, TWO, Order.diary(Habits.sundayEvenings(0.95))),
                patient("Never", 1984, BERLIN, FRIDAY, ONE, Order.diary(Habits.never())),
                patient(
                        "Paused",
                        1969,
                        MADRID,
                        MONDAY,
                        TWO,
                        Order.diary(Habits.evenings(0.85)).pausedIn(new Stretch(28, 41))),
                patient("Dose", 1999, BERLIN, TUESDAY, ONE, fullDose(), smallerDose()),
                patient("Late", 1993, LONDON, WEDNESDAY, TWO, Order.diary(Habits.nextMornings(0.9))),
                patient("Traveller", 1982, BERLIN, THURSDAY, ONE, Order.diary(travelling())),
                patient("Urges", 1986, NEW_YORK, FRIDAY, TWO, urges()),
                patient("Quota", 2001, MADRID, MONDAY, ONE, thoughtRecords()),
                patient("Measures", 1974, BERLIN, TUESDAY, TWO, measure(Measure.phq9()), measure(Measure.gad7())),
                patient(
                        "Several",
                        1990,
                        NEW_YORK,
                        WEDNESDAY,
                        ONE,
                        Order.diary(Habits.evenings(0.9)),
                        thoughtRecords(),
                        breathing()),
                begun(
                        1,
                        "New",
                        1997,
                        BERLIN,
                        THURSDAY,
                        TWO,
                        Order.diary(Habits.evenings(1)),
                        Order.of("thoughts", new ThoughtRecord(), Rhythm.timesAWeek(3), Habits.never())
                                .suggested()));
    }

    private static Order fullDose() {
        return Order.diary(Habits.evenings(0.55)).lasting(new Stretch(0, 41));
    }

    private static Order smallerDose() {
        Habit habit = Habits.evenings(0.95)
                .only(day -> SMALLER_DOSE.contains(day.date().getDayOfWeek()));
        return Order.of("diary-2", new AnxietyReflection(), Rhythm.mondayAndThursdayEvening(), habit)
                .lasting(Stretch.from(42))
                .replacing("diary");
    }

    private static Habit travelling() {
        return Habits.evenings(0.95).travelling(NEW_YORK, new Stretch(35, 48));
    }

    private static Order urges() {
        return Order.of("urges", new BreathingSpace(), Rhythm.whenItHappens(), Habits.urges());
    }

    private static Order thoughtRecords() {
        Set<Integer> days = Set.of(1, 3, 4, 6);
        Habit habit = Habits.evenings(0.7).only(day -> days.contains(day.number() % 7));
        return Order.of("thoughts", new ThoughtRecord(), Rhythm.timesAWeek(3), habit);
    }

    private static Order breathing() {
        return Order.of("breathing", new BreathingSpace(), Rhythm.eachEvening(), Habits.mornings(0.4));
    }

    private static Order measure(Measure measure) {
        Habit habit = Habits.mornings(1).only(day -> day.number() % 14 == 7);
        return Order.of(measure.id(), measure, Rhythm.everySecondWeek(), habit);
    }

    private static DemoPatient patient(
            String name, int birthYear, ZoneId zone, DayOfWeek session, Clinician clinician, Order... orders) {
        return begun(TWELVE_WEEKS, name, birthYear, zone, session, clinician, orders);
    }

    private static DemoPatient begun(
            int daysAgo,
            String name,
            int birthYear,
            ZoneId zone,
            DayOfWeek session,
            Clinician clinician,
            Order... orders) {
        String goal = "Demo: take the bus again, and enjoy it";
        return new DemoPatient(name, birthYear, zone, daysAgo, session, clinician, goal, List.of(orders));
    }
}
