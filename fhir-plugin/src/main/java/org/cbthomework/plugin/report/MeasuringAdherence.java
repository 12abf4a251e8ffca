package org.cbthomework.plugin.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cbthomework.adherence.Submission;
import org.cbthomework.plugin.assignment.Assigned;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.ledger.ResponseRow;
import org.cbthomework.plugin.ledger.Responses;

/** Gathers what was handed in to each assignment, and lets the domain measure it: nothing is stored, nothing is stale. */
public final class MeasuringAdherence {

    private final Responses responses;

    public MeasuringAdherence(Responses responses) {
        this.responses = responses;
    }

    /** The adherence of each assignment as of a moment, in the given order; one never begun is there too. */
    public List<Measured> measure(List<Assigned> assignments, Instant asOf) {
        return measure(assignments, Days.ALL, asOf);
    }

    /** The same, of some days. */
    List<Measured> measure(List<Assigned> assignments, Days days, Instant asOf) {
        Map<AssignmentKey, List<Submission>> handedIn =
                responses
                        .to(assignments.stream()
                                .flatMap(each -> each.members().stream())
                                .toList())
                        .stream()
                        .collect(groupingBy(ResponseRow::assignment, mapping(ResponseRow::submission, toList())));
        return assignments.stream()
                .map(each -> new Measured(each, days.of(each.terms().measure(of(each, handedIn), asOf))))
                .toList();
    }

    private static List<Submission> of(Assigned assigned, Map<AssignmentKey, List<Submission>> handedIn) {
        return assigned.members().stream()
                .flatMap(key -> handedIn.getOrDefault(key, List.of()).stream())
                .toList();
    }
}
