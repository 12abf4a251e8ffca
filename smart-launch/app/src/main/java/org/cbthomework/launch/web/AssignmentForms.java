package org.cbthomework.launch.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cbthomework.launch.changing.ChangingAssignments.Opened;
import org.cbthomework.launch.changing.NewDose;
import org.cbthomework.launch.changing.NewTerms;
import org.cbthomework.launch.homework.AgreedDose;
import org.cbthomework.launch.homework.BackupPlan;
import org.cbthomework.launch.homework.Pause;
import org.cbthomework.launch.homework.Terms;
import org.jspecify.annotations.Nullable;

/** Reads the forms by which an assignment is changed, and fills them in to begin with. */
final class AssignmentForms {

    private static final int MOST_TIMES_A_WEEK = 21;

    private AssignmentForms() {}

    /** A form as it is first shown. */
    static Typed begun(Opened opened) {
        Terms terms = opened.terms();
        BackupPlan backup = terms.backupPlan();
        Typed typed = Typed.nothing()
                .with("version", Objects.requireNonNullElse(terms.version(), ""))
                .with("dose", "keep")
                .with("from", opened.today())
                .with("times", timesAWeek(terms.dose()))
                .with("end", "served")
                .with("rationale", Objects.requireNonNullElse(terms.rationale(), ""))
                .with("instruction", Objects.requireNonNullElse(terms.instruction(), ""))
                .with("backup-if", backup == null || backup.when() == null ? "" : backup.when())
                .with("backup-then", backup == null ? "" : backup.then());
        terms.dose().days().forEach(day -> typed.with("days", day));
        terms.dose().clock().stream().findFirst().ifPresent(time -> typed.with("time", time));
        return terms.lastDay() == null ? typed : typed.with("last-day", terms.lastDay());
    }

    private static String timesAWeek(AgreedDose dose) {
        return dose.times() != null && dose.unit().equals("wk") && dose.every() == 1
                ? dose.times().toString()
                : "";
    }

    /** Empty if the form has problems, as those after it. */
    static Optional<Pause> pause(Typed typed) {
        Optional<LocalDate> from = typed.day("from");
        Optional<LocalDate> until = typed.day("until");
        if (from.isEmpty() && typed.problems().isEmpty()) {
            typed.complain("from", "missing-day");
        }
        return from.filter(first -> typed.problems().isEmpty()).map(first -> new Pause(first, until.orElse(null)));
    }

    static Optional<NewTerms> terms(Typed typed) {
        Optional<NewDose> dose = dose(typed);
        Optional<LocalDate> from = dose.isPresent() ? typed.day("from") : Optional.empty();
        if (dose.isPresent() && from.isEmpty() && typed.problems().isEmpty()) {
            typed.complain("from", "missing-day");
        }
        NewTerms terms = new NewTerms(
                dose.orElse(null),
                from.orElse(null),
                typed.day("last-day").orElse(null),
                typed.text("rationale"),
                typed.text("instruction"),
                backup(typed));
        return Optional.of(terms).filter(each -> typed.problems().isEmpty());
    }

    private static @Nullable BackupPlan backup(Typed typed) {
        String when = typed.text("backup-if");
        String then = typed.text("backup-then");
        if (then.isEmpty()) {
            if (!when.isEmpty()) {
                typed.complain("backup-then", "backup-without-then");
            }
            return null;
        }
        return new BackupPlan(when.isEmpty() ? null : when, then);
    }

    private static Optional<NewDose> dose(Typed typed) {
        return switch (typed.of("dose")) {
            case "week" -> typed.number("times", 1, MOST_TIMES_A_WEEK).map(NewDose.TimesAWeek::new);
            case "days" -> onDays(typed);
            case "happens" -> Optional.of(new NewDose.WhenItHappens());
            default -> Optional.empty();
        };
    }

    private static Optional<NewDose> onDays(Typed typed) {
        List<DayOfWeek> days = Arrays.stream(DayOfWeek.values())
                .filter(day -> typed.has("days", day.name()))
                .toList();
        if (days.isEmpty()) {
            typed.complain("days", "missing-days");
        }
        return Optional.of(new NewDose.OnDays(days, typed.time("time").orElse(null)));
    }
}
