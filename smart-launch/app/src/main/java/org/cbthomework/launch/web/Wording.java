package org.cbthomework.launch.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cbthomework.launch.homework.AgreedDose;
import org.cbthomework.launch.homework.BackupPlan;
import org.cbthomework.launch.homework.Pause;
import org.cbthomework.launch.homework.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What was agreed, in the words of one reader's language. Templates call what is public here. */
final class Wording {

    private final MessageSource messages;
    private final Locale reader;

    Wording(MessageSource messages, Locale reader) {
        this.messages = messages;
        this.reader = reader;
    }

    /** How often, as in "on Mon and Thu at 20:00". */
    public String dose(AgreedDose dose) {
        if (dose.moments() > 0) {
            return say("homework.dose.moments", dose.moments());
        }
        List<String> words = new ArrayList<>();
        if (dose.isAsNeeded()) {
            words.add(say("homework.dose.as-needed"));
        }
        if (dose.times() != null) {
            words.add(rhythm(dose, dose.times()));
        }
        if (!dose.clock().isEmpty()) {
            words.add(say(
                    "homework.dose.at",
                    list(dose.clock().stream().map(LocalTime::toString).toList())));
        } else if (!dose.parts().isEmpty()) {
            words.add(list(dose.parts().stream()
                    .map(part -> say("homework.dose.part." + part.toLowerCase(Locale.ROOT)))
                    .toList()));
        }
        if (dose.count() != null) {
            words.add(say("homework.dose.count", dose.count()));
        }
        return String.join(" ", words);
    }

    private String rhythm(AgreedDose dose, int times) {
        boolean isTimed = !dose.clock().isEmpty() || !dose.parts().isEmpty();
        if (!dose.days().isEmpty()) {
            String days = dose.days().size() == DayOfWeek.values().length
                    ? say("homework.dose.each-day", 1)
                    : say(
                            "homework.dose.on",
                            list(dose.days().stream().map(this::day).toList()));
            return dose.every() > 1 ? days + " " + say("homework.dose.each-week", dose.every()) : days;
        }
        return isTimed && dose.unit().equals("d")
                ? say("homework.dose.each-day", dose.every())
                : say("homework.dose." + dose.unit(), times, dose.every());
    }

    /** Until when, as in "from Mon 2 Mar, until Sun 5 Apr". */
    public String span(Terms terms) {
        return terms.lastDay() == null
                ? say("homework.from", day(terms.from()))
                : say("homework.from-until", day(terms.from()), day(terms.lastDay()));
    }

    public String backup(BackupPlan plan) {
        return plan.when() == null ? plan.then() : say("homework.backup", plan.when(), plan.then());
    }

    public String pause(Pause pause) {
        return pause.lastDay() == null
                ? say("homework.pause.open", day(pause.firstDay()))
                : say("homework.pause.until", day(pause.firstDay()), day(pause.lastDay()));
    }

    /** A day of the week, as in "Mon". */
    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, reader);
    }

    /** A day, as in "Mon 2 Mar 2026". */
    public String day(LocalDate day) {
        return format("homework.format.day", day);
    }

    /** A day in little room, as in "2 Mar". */
    public String shortDay(LocalDate day) {
        return format("homework.format.short-day", day);
    }

    /** A time by the clock that it carries; that it is not known, without one. */
    public String moment(@Nullable OffsetDateTime moment) {
        return moment == null ? say("homework.time-unknown") : format("homework.format.moment", moment);
    }

    /** What became of an occasion, by its code. */
    public String outcome(@Nullable String code) {
        return say("homework.outcome." + (code == null ? "extra" : code));
    }

    /** Whether something is wrong with a field. */
    public boolean has(List<AssignmentPages.Trouble> troubles, String field) {
        return troubles.stream().anyMatch(each -> each.field().equals(field));
    }

    public String trouble(List<AssignmentPages.Trouble> troubles, String field) {
        return troubles.stream()
                .filter(each -> each.field().equals(field))
                .map(AssignmentPages.Trouble::words)
                .findFirst()
                .orElse("");
    }

    public String say(String key, Object... of) {
        return messages.getMessage(key, of, reader);
    }

    private String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : say(
                        "homework.and",
                        String.join(", ", words.subList(0, words.size() - 1)),
                        words.get(words.size() - 1));
    }

    private String format(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(say(pattern), reader).format(time);
    }
}
