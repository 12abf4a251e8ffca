package org.cbthomework.adherence;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.cbthomework.adherence.AnyDeliveries.Ledger;

/** What a server has after some deliveries, and a moment at which it is asked. */
record Told(long seed, Random random, AnyDeliveries any, Assignment assignment, List<Submission> log, Instant asOf) {

    static Told upTo(long seed) {
        Random random = AnyHomework.seeded(seed);
        AnyHomework homework = new AnyHomework(random);
        Assignment assignment = homework.assignment();
        AnyDeliveries any = new AnyDeliveries(random, homework, assignment);
        List<Submission> log = any.all();
        Instant asOf = homework.moment(AnyHomework.DAYS + 10, assignment.zone());
        return new Told(seed, random, any, assignment, log.subList(0, random.nextInt(log.size() + 1)), asOf);
    }

    List<Submission> rows() {
        return new Ledger().recording(log).rows();
    }

    List<Submission> handedIn() {
        return rows().stream()
                .filter(each -> !each.handIn().moment().isAfter(asOf))
                .sorted(assignment.inOrderOfHandIn())
                .toList();
    }

    Adherence adherence() {
        return assignment.measure(rows(), asOf);
    }
}
