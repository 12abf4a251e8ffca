package org.cbthomework.plugin.ledger;

import java.util.List;

/**
 * All that one resource says of what was assigned and of a patient's days.
 *
 * @param resource the resource, as a relative reference
 * @param orders the assignments that it holds
 * @param given the occasion that it is, if somebody laid it out as a Task
 * @param days what it tells of the patient's days
 */
public record ResourceFacts(
        String resource, List<AssignmentRow> orders, List<OccasionRow> given, List<CalendarRow> days) {

    public ResourceFacts {
        orders = List.copyOf(orders);
        given = List.copyOf(given);
        days = List.copyOf(days);
    }

    /** Of a resource that says nothing, or is not there. */
    public static ResourceFacts none(String resource) {
        return new ResourceFacts(resource, List.of(), List.of(), List.of());
    }

    public boolean isEmpty() {
        return orders.isEmpty() && given.isEmpty() && days.isEmpty();
    }
}
