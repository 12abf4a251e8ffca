package org.cbthomework.plugin.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.cbthomework.adherence.Agreement;
import org.cbthomework.plugin.assignment.Assignments;
import org.cbthomework.plugin.ledger.Outbox;
import org.cbthomework.plugin.ledger.Outbox.Marks;
import org.cbthomework.plugin.ledger.Publications;
import org.cbthomework.plugin.ledger.PublishedRow;
import org.cbthomework.plugin.ledger.PublishedRows;
import org.cbthomework.plugin.report.Measured;
import org.cbthomework.plugin.report.MeasuringAdherence;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what follows from the homework of one patient. Whatever was done before, and by whom, it ends with the same
 * resources: only those that differ from what is published are written, in one transaction with the note that they are.
 */
final class Publishing {

    private final Assignments assignments;
    private final MeasuringAdherence measuring;
    private final Outbox outbox;
    private final Comparing comparing;
    private final PublishedRows published;
    private final Publications publications;
    private final DerivedResources resources;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publishing(
            Assignments assignments,
            MeasuringAdherence measuring,
            Outbox outbox,
            Comparing comparing,
            PublishedRows published,
            Publications publications,
            DerivedResources resources,
            TransactionTemplate transaction,
            Clock clock) {
        this.assignments = assignments;
        this.measuring = measuring;
        this.outbox = outbox;
        this.comparing = comparing;
        this.published = published;
        this.publications = publications;
        this.resources = resources;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Publishes what is due of a patient, and plans when time alone will make something due again. */
    void publish(String subject) {
        Marks marks = outbox.marks(subject);
        List<Measured> homework = measuring.measure(assignments.ofPatient(subject), clock.instant());
        Difference difference = comparing.of(subject, homework);
        Instant again = homework.stream()
                .map(Publishing::again)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        transaction.executeWithoutResult(status -> {
            write(difference);
            outbox.clear(marks);
            publications.plan(subject, again);
        });
    }

    private void write(Difference difference) {
        resources.write(
                difference.writes().stream()
                        .flatMap(write -> write.resource().stream())
                        .toList(),
                difference.gone().stream()
                        .filter(row -> !row.isGiven())
                        .map(PublishedRow::resource)
                        .toList());
        difference.writes().forEach(write -> published.record(write.row()));
        difference.gone().forEach(row -> published.forget(row.resource()));
    }

    /** A request that waits for the patient's agreement moves on day by day. */
    private static Instant again(Measured measured) {
        ZoneId zone = measured.assigned().terms().zone();
        Instant tomorrow = measured.adherence()
                .asOf()
                .atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
        return measured.assigned().terms().agreement() instanceof Agreement.Awaited
                ? tomorrow
                : measured.adherence().holdsUntil();
    }
}
