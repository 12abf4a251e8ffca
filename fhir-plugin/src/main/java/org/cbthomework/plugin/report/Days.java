package org.cbthomework.plugin.report;

import java.time.LocalDate;
import java.util.Optional;
import org.cbthomework.adherence.Adherence;

/**
 * The local days that a report is asked for, each end inclusive and open if empty.
 */
record Days(Optional<LocalDate> start, Optional<LocalDate> end) {

    static final Days ALL = new Days(Optional.empty(), Optional.empty());

    Adherence of(Adherence adherence) {
        return start.isEmpty() && end.isEmpty()
                ? adherence
                : adherence.within(start.orElse(LocalDate.MIN), end.orElse(LocalDate.MAX));
    }
}
