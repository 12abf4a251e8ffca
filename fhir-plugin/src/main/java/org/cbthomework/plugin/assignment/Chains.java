package org.cbthomework.plugin.assignment;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cbthomework.adherence.Agreement;
import org.cbthomework.adherence.Assignment;
import org.cbthomework.adherence.schedule.Calendar;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.Stretch;

/** Assignments that replace one another: one homework, of which each held until the next began (rule 1 of adherence). */
final class Chains {

    private Chains() {}

    /** The assignments of one patient, those that replace one another joined, in the order of their first members. */
    static List<Assigned> join(List<Member> members) {
        List<Member> left = new ArrayList<>(members);
        List<Assigned> joined = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Member> chain = new ArrayList<>(List.of(left.remove(0)));
            for (int i = 0; i < chain.size(); i++) {
                Member link = chain.get(i);
                List<Member> linked = left.stream()
                        .filter(each -> each.continues(link) || link.continues(each))
                        .toList();
                chain.addAll(linked);
                left.removeAll(linked);
            }
            joined.add(one(chain.stream().map(Member::assigned).toList()));
        }
        return joined;
    }

    /** The members of one chain as one assignment, told by its latest member. */
    private static Assigned one(List<Assigned> members) {
        if (members.size() == 1) {
            return members.get(0);
        }
        List<Assigned> inOrder = members.stream()
                .sorted(comparing((Assigned each) ->
                                each.terms().segments().get(0).startInclusive())
                        .thenComparing(each -> each.key().value()))
                .toList();
        Assigned latest = inOrder.get(inOrder.size() - 1);
        return new Assigned(
                latest.key(),
                inOrder.stream().map(Assigned::key).toList(),
                latest.subject(),
                latest.carePlan(),
                latest.worksheet(),
                terms(inOrder, latest.terms()),
                latest.focal(),
                inOrder.stream().flatMap(each -> each.labels().stream()).collect(Collectors.toSet()));
    }

    private static Assignment terms(List<Assigned> inOrder, Assignment latest) {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            Stream<Segment> own = counted(inOrder.get(i).terms()).stream();
            segments.addAll((i + 1 == inOrder.size() ? own : own.map(until(inOrder.get(i + 1)))).toList());
        }
        List<Stretch> excuses = inOrder.stream()
                .flatMap(each -> each.terms().calendar().excuses().stream())
                .toList();
        return segments.isEmpty()
                ? latest
                : new Assignment(
                        latest.zone(),
                        segments,
                        new Calendar(excuses, latest.calendar().sessions()),
                        new Agreement.NotAsked(),
                        latest.threshold());
    }

    /** A new dose that still awaits the patient's agreement does not end the old one. */
    private static UnaryOperator<Segment> until(Assigned next) {
        List<Segment> counted = counted(next.terms());
        return segment ->
                counted.isEmpty() ? segment : segment.endingBy(counted.get(0).startInclusive());
    }

    private static List<Segment> counted(Assignment terms) {
        return terms.agreement().counted(terms.segments());
    }
}
