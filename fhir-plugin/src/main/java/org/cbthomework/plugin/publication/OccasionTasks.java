package org.cbthomework.plugin.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cbthomework.adherence.Agreement;
import org.cbthomework.adherence.Assignment;
import org.cbthomework.adherence.Judged;
import org.cbthomework.adherence.Outcome;
import org.cbthomework.adherence.schedule.Occasion;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.plugin.assignment.Assigned;
import org.cbthomework.plugin.report.Measured;
import org.cbthomework.plugin.report.WritingOccasions;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** The occasions of an assignment as Tasks: all there were, and those of the days ahead. */
final class OccasionTasks {

    /** How many days ahead there is a Task for each occasion. */
    private static final int DAYS_AHEAD = 14;

    /** What the patient says of it is in the order. */
    private static final Coding CHANGE_ASKED =
            new Coding("https://w3id.org/cbt-homework/fhir/CodeSystem/agreement", "change", "I would like a change");

    private final Assigned assigned;
    private final Instant now;
    private final Measured measured;

    OccasionTasks(Measured measured) {
        this.measured = measured;
        this.assigned = measured.assigned();
        this.now = measured.adherence().asOf();
    }

    List<Desired> desired() {
        return judged().filter(each -> !GivenTasks.isGiven(each))
                .map(each -> desired(each, WritingOccasions.write(each, assigned, now)))
                .toList();
    }

    /** All occasions that have a Task, be it one that somebody else laid out. */
    Stream<Judged> judged() {
        if (assigned.terms().agreement() instanceof Agreement.Awaited) {
            return Stream.empty();
        }
        List<Judged> told = measured.adherence().occasions();
        Set<OccasionKey> known =
                told.stream().map(each -> each.occasion().key()).collect(Collectors.toSet());
        Stream<Judged> ahead = assigned.terms().occasions(lastDay()).stream()
                .filter(each -> !known.contains(each.key()))
                .map(each -> new Judged(each, each.excused() ? Outcome.EXCUSED : Outcome.PENDING, Optional.empty()));
        return Stream.concat(told.stream(), ahead);
    }

    /** While the patient has yet to agree, the first occasion still to come, as a request; rejected, if a change is asked for. */
    Optional<Desired> request() {
        Assignment terms = assigned.terms();
        if (!(terms.agreement() instanceof Agreement.Awaited awaited)) {
            return Optional.empty();
        }
        Assignment agreed = new Assignment(
                terms.zone(), terms.segments(), terms.calendar(), new Agreement.NotAsked(), terms.threshold());
        return agreed.occasions(lastDay()).stream()
                .filter(each -> !each.excused() && each.window().closes().isAfter(now))
                .findFirst()
                .map(occasion -> request(occasion, awaited));
    }

    private Desired request(Occasion occasion, Agreement.Awaited awaited) {
        Judged pending = new Judged(occasion, Outcome.PENDING, Optional.empty());
        Task task = WritingOccasions.write(pending, assigned, now);
        task.setStatus(awaited.changeAsked() ? TaskStatus.REJECTED : TaskStatus.REQUESTED);
        if (awaited.changeAsked()) {
            task.getStatusReason().addCoding(CHANGE_ASKED.copy());
        }
        return desired(pending, task);
    }

    private Desired desired(Judged judged, Task task) {
        OccasionKey key = judged.occasion().key();
        task.setId(Names.of(assigned.root().value(), key.value()));
        return new Desired(task, assigned.root(), Optional.of(key));
    }

    private LocalDate lastDay() {
        return now.atZone(assigned.terms().zone()).toLocalDate().plusDays(DAYS_AHEAD);
    }
}
