package org.cbthomework.plugin.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.Adherence;
import org.cbthomework.adherence.Weeks;
import org.cbthomework.adherence.Weeks.Week;

/**
 * The local days that a report is asked for, each end inclusive and open if empty.
 */
record Days(Optional<LocalDate> start, Optional<LocalDate> end) {

    /** However long it was. */
    static final Days ALL = new Days(Optional.empty(), Optional.empty());

    Adherence of(Adherence adherence) {
        return start.isEmpty() && end.isEmpty() ? adherence : adherence.within(first(), last());
    }

    /** The therapy weeks begun so far that lie at least partly in these days, each cut to them, the oldest first. */
    List<Week> weeksOf(Adherence adherence) {
        return Weeks.of(adherence).stream()
                .filter(week -> !week.last().isBefore(first()) && !week.first().isAfter(last()))
                .map(this::cut)
                .toList();
    }

    private Week cut(Week week) {
        LocalDate from = week.first().isBefore(first()) ? first() : week.first();
        LocalDate to = week.last().isAfter(last()) ? last() : week.last();
        return new Week(from, to, week.adherence().within(from, to));
    }

    private LocalDate first() {
        return start.orElse(LocalDate.MIN);
    }

    private LocalDate last() {
        return end.orElse(LocalDate.MAX);
    }
}
