package org.cbthomework.launch.assign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the form of a plan, and says of each thing that is wrong what to do about it. */
final class ReadingPlans {

    static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_LINE = 200;
    static final int SURE = 7;
    static final String KEEP = "KEEP";
    static final String CLOCK = "CLOCK";
    static final String NEW_GOAL = "NEW";
    private static final int MOST_SURE = 10;
    private static final int MOST_WEEKS = 52;

    private final PlanForm form;
    private final LocalDate today;
    private final Collection<String> goals;
    private final List<Problem> problems = new ArrayList<>();

    private ReadingPlans(PlanForm form, LocalDate today, Collection<String> goals) {
        this.form = form;
        this.today = today;
        this.goals = goals;
    }

    /**
     * A plan, or what is wrong with it.
     *
     * @param plan null if there are problems
     */
    record Read(@Nullable Plan plan, List<Problem> problems) {}

    /**
     * Reads it.
     *
     * @param today where the patient lives
     * @param goals the ids of the goals that may be chosen
     */
    static Read read(PlanForm form, LocalDate today, Collection<String> goals) {
        ReadingPlans reading = new ReadingPlans(form, today, goals);
        Optional<Plan> plan = reading.plan();
        return new Read(reading.problems.isEmpty() ? plan.orElse(null) : null, List.copyOf(reading.problems));
    }

    /** In the order of the form, which is the order in which problems are told. */
    private Optional<Plan> plan() {
        String why = text("why", LONGEST_TEXT);
        if (why.isEmpty()) {
            problem("why", "why-missing");
        }
        String note = text("note", LONGEST_TEXT);
        String goal = goal();
        String newGoal = newGoal();
        Optional<Rhythm> rhythm = rhythm();
        LocalDate start = start();
        Integer weeks = weeks();
        String backupIf = text("if", LONGEST_LINE);
        String backupThen = text("then", LONGEST_LINE);
        if (backupIf.isEmpty() != backupThen.isEmpty()) {
            problem(backupIf.isEmpty() ? "if" : "then", "backup-half");
        }
        Integer confidence = confidence();
        Optional<Rhythm> begun = rhythm.map(each -> confidence != null && confidence < SURE ? smaller(each) : each);
        return begun.map(each -> new Plan(
                why,
                note,
                goal,
                newGoal,
                each,
                start,
                weeks,
                backupIf,
                backupThen,
                confidence,
                form.isTicked("practised"),
                form.isTicked("agreed"),
                form.isTicked("focal")));
    }

    private @Nullable String goal() {
        String chosen = form.get("goal");
        if (chosen.isEmpty() || chosen.equals(NEW_GOAL)) {
            return null;
        }
        if (!goals.contains(chosen)) {
            problem("goal", "goal-unknown");
            return null;
        }
        return chosen;
    }

    private String newGoal() {
        if (!form.get("goal").equals(NEW_GOAL)) {
            return "";
        }
        String written = text("goal-new", LONGEST_LINE);
        if (written.isEmpty()) {
            problem("goal-new", "goal-missing");
        }
        return written;
    }

    private Optional<Rhythm> rhythm() {
        Optional<Dose> chosen = Dose.named(form.get("dose"));
        if (chosen.isEmpty()) {
            problem("dose", "dose-missing");
            return Optional.empty();
        }
        Dose dose = chosen.get();
        if (!dose.comesAgain()) {
            return Optional.of(Rhythm.of(dose));
        }
        Set<DayOfWeek> days = dose.mayHaveDays() ? days(dose) : Set.of();
        String time = form.get("time");
        LocalTime at = time.equals(CLOCK) ? clock() : null;
        String part = Rhythm.PARTS.contains(time) ? time : null;
        if (dose.mayHaveDays() && days.isEmpty() && (at != null || part != null)) {
            problem("day", "days-for-time");
        }
        return Optional.of(new Rhythm(dose, days, part, at));
    }

    private Set<DayOfWeek> days(Dose dose) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        form.all("day").forEach(code -> Rhythm.day(code).ifPresent(days::add));
        if (!days.isEmpty() && days.size() != dose.times()) {
            problem("day", "days-number", dose.times(), days.size());
        }
        return days;
    }

    private @Nullable LocalTime clock() {
        String told = form.get("clock");
        try {
            return LocalTime.parse(told).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeParseException unreadable) {
            problem("clock", told.isEmpty() ? "clock-missing" : "clock-wrong", quoted(told));
            return null;
        }
    }

    private LocalDate start() {
        String told = form.get("start");
        try {
            LocalDate start = told.isEmpty() ? today : LocalDate.parse(told);
            if (start.isBefore(today)) {
                problem("start", "start-past");
            } else if (start.isAfter(today.plusYears(1))) {
                problem("start", "start-far");
            }
            return start;
        } catch (DateTimeParseException unreadable) {
            problem("start", "start-wrong", quoted(told));
            return today;
        }
    }

    private @Nullable Integer weeks() {
        String told = form.get("weeks");
        if (told.isEmpty()) {
            return null;
        }
        Optional<Integer> weeks = number(told).filter(each -> each >= 1 && each <= MOST_WEEKS);
        if (weeks.isEmpty()) {
            problem("weeks", "weeks-wrong", quoted(told), MOST_WEEKS);
        }
        return weeks.orElse(null);
    }

    private @Nullable Integer confidence() {
        String told = form.get("confidence");
        if (told.isEmpty()) {
            if (form.isTicked("agreed")) {
                problem("confidence", "confidence-missing");
            }
            return null;
        }
        Optional<Integer> confidence = number(told).filter(each -> each >= 0 && each <= MOST_SURE);
        if (confidence.isEmpty()) {
            problem("confidence", "confidence-wrong", quoted(told));
        }
        return confidence.orElse(null);
    }

    /** A dose that somebody is sure of; whether it is to be another is for the clinician to say. */
    private Rhythm smaller(Rhythm planned) {
        List<Dose> offered = planned.dose().smaller();
        String chosen = form.get("smaller");
        if (offered.isEmpty() || chosen.equals(KEEP)) {
            return planned;
        }
        Optional<Dose> smaller = Dose.named(chosen).filter(offered::contains);
        if (smaller.isEmpty()) {
            problem("smaller", "smaller-missing");
            return planned;
        }
        return Rhythm.of(smaller.get());
    }

    private String text(String field, int longest) {
        String text = form.get(field).replace("\r\n", "\n");
        if (text.length() > longest) {
            problem(field, "too-long", longest, text.length());
        }
        return text;
    }

    private static Optional<Integer> number(String told) {
        return told.matches("[0-9]{1,3}") ? Optional.of(Integer.parseInt(told)) : Optional.empty();
    }

    private static String quoted(String told) {
        return told.length() > 20 ? told.substring(0, 20) + "..." : told;
    }

    private void problem(String field, String key, Object... arguments) {
        problems.add(Problem.of(field, key, arguments));
    }
}
