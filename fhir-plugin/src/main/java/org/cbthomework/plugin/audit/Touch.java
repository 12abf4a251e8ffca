package org.cbthomework.plugin.audit;

import java.util.HashSet;
import java.util.Set;

/**
 * A resource that a request has shown or written.
 *
 * @param reference type and id
 * @param patients the ids of those whom it is about, before and after
 */
record Touch(String reference, Deed deed, Set<String> patients) {

    Touch {
        patients = Set.copyOf(patients);
    }

    Touch and(Touch other) {
        Set<String> all = new HashSet<>(patients);
        all.addAll(other.patients);
        return new Touch(reference, deed.compareTo(other.deed) >= 0 ? deed : other.deed, all);
    }
}
