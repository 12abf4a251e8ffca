package org.cbthomework.adherence;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * When time alone next changes what is told of an assignment: a window opens or closes, its grace ends, a day begins, or
 * what is dated ahead comes to count.
 */
final class NextChange {

    private final Assignment assignment;
    private final Instant asOf;

    private NextChange(Assignment assignment, Instant asOf) {
        this.assignment = assignment;
        this.asOf = asOf;
    }

    static NextChange of(Assignment assignment, Instant asOf) {
        return new NextChange(assignment, asOf);
    }

    /** The first such moment after {@code asOf}; an occasion not yet told waits for its day to begin. */
    Instant after(Collection<Judged> told, Collection<Submission> submissions) {
        Stream<Instant> windows = told.stream()
                .map(each -> each.occasion().window())
                .flatMap(each -> Stream.of(each.opens(), each.closes(), each.graceEnds()));
        Stream<Instant> handIns = submissions.stream().map(each -> each.handIn().moment());
        return Stream.of(windows, handIns, days())
                .flatMap(each -> each)
                .filter(each -> each.isAfter(asOf))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** A day begins twice where the clock is set back over midnight, and today may become yesterday again. */
    private Stream<Instant> days() {
        ZoneId zone = assignment.zone();
        ZonedDateTime today = asOf.atZone(zone).toLocalDate().atStartOfDay(zone);
        ZonedDateTime tomorrow = today.toLocalDate().plusDays(1).atStartOfDay(zone);
        ZoneOffsetTransition clockChange = zone.getRules().nextTransition(asOf);
        boolean isOver = assignment.agreement().counted(assignment.segments()).stream()
                .noneMatch(each -> each.endExclusive().isAfter(today.toInstant()));
        return isOver
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(
                                tomorrow.toInstant(),
                                tomorrow.withLaterOffsetAtOverlap().toInstant()),
                        Stream.ofNullable(clockChange).map(ZoneOffsetTransition::getInstant));
    }
}
