package org.cbthomework.plugin.response;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.plugin.assignment.Assigned;
import org.cbthomework.plugin.assignment.Assignments;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.ledger.OccasionRows;
import org.cbthomework.plugin.ledger.PublishedRow;
import org.cbthomework.plugin.ledger.PublishedRows;
import org.cbthomework.plugin.refusal.Refused;

/** Finds the occasion that a response names: by the identifier of its Task, or by a reference to it. */
public final class NamedOccasions {

    private static final int MOST_REMEMBERED = 100_000;

    private final Assignments assignments;
    private final OccasionRows given;
    private final PublishedRows published;

    /** Which occasion a published Task is never changes. */
    private final Cache<String, PublishedRow> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    public NamedOccasions(Assignments assignments, OccasionRows given, PublishedRows published) {
        this.assignments = assignments;
        this.given = given;
        this.published = published;
    }

    /**
     * The occasion, if the response names one.
     *
     * @throws Refused if it is none of the assignment that the response is based on
     */
    Optional<OccasionKey> find(Claim claim, Assigned assigned) {
        Optional<String> identifier = claim.occasionIdentifier();
        return identifier.isPresent()
                ? identifier.map(name -> byIdentifier(name, assigned))
                : claim.occasionTask().map(task -> byTask(task, assigned));
    }

    private OccasionKey byIdentifier(String name, Assigned assigned) {
        return named(name, List.of(assigned.key()))
                .or(() -> named(name, chain(assigned)))
                .orElseThrow(() -> refusal("an occasion of another assignment", assigned));
    }

    private static Optional<OccasionKey> named(String name, List<AssignmentKey> members) {
        return members.stream()
                .map(AssignmentKey::occasionPrefix)
                .filter(prefix -> name.startsWith(prefix)
                        && !name.substring(prefix.length()).isBlank())
                .map(prefix -> new OccasionKey(name.substring(prefix.length())))
                .findFirst();
    }

    private OccasionKey byTask(String task, Assigned assigned) {
        Optional<PublishedRow> known = Optional.ofNullable(remembered.get(
                task, name -> published.find(name).filter(row -> !row.isGiven()).orElse(null)));
        boolean isOurs = known.filter(row -> row.assignment().equals(assigned.key())
                        || chain(assigned).contains(row.assignment()))
                .isPresent();
        if (isOurs) {
            return known.flatMap(PublishedRow::occasion).orElseThrow();
        }
        boolean isGiven =
                given.of(assigned.key()).stream().anyMatch(row -> row.task().equals(task));
        if (!isGiven) {
            throw refusal(task + ", which is no occasion of it", assigned);
        }
        return new OccasionKey(task);
    }

    private List<AssignmentKey> chain(Assigned assigned) {
        return assignments.find(assigned.key()).map(Assigned::members).orElseGet(List::of);
    }

    private static Refused refusal(String what, Assigned assigned) {
        return new Refused(
                "QuestionnaireResponse.extension('" + Claim.OCCASION + "')",
                "The response to " + assigned.key().resource() + " names " + what
                        + "; name one of its Tasks, by reference"
                        + " or by an identifier such as " + assigned.key().occasionPrefix()
                        + "2026-11-23T20:00, or leave the occasion out");
    }
}
