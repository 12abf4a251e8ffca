package org.cbthomework.demo.reliability;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a client knows of one response.
 *
 * @param patient the id of the patient
 * @param acknowledged what was acknowledged last; empty if that was its deletion, or nothing was
 * @param inFlight what was sent since and not acknowledged, and may have come through or not
 */
record Receipt(String patient, Optional<Entry> acknowledged, Set<Optional<Entry>> inFlight) {

    Receipt {
        inFlight = Set.copyOf(inFlight);
    }

    static Receipt none(String patient) {
        return new Receipt(patient, Optional.empty(), Set.of());
    }

    Receipt sending(Optional<Entry> next) {
        Set<Optional<Entry>> more = new HashSet<>(inFlight);
        more.add(next);
        return new Receipt(patient, acknowledged, more);
    }

    Receipt settled(Optional<Entry> now) {
        return new Receipt(patient, now, Set.of());
    }

    boolean allows(Optional<Entry> found) {
        return acknowledged.equals(found) || inFlight.contains(found);
    }
}
