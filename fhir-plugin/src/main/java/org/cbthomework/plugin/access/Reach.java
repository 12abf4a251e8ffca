package org.cbthomework.plugin.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Whose data can be reached. */
sealed interface Reach {

    Reach NOBODY = new Patients(Set.of());

    boolean includes(Set<String> patients);

    Reach and(Reach other);

    /** All patients. */
    record Everyone() implements Reach {

        @Override
        public boolean includes(Set<String> patients) {
            return true;
        }

        @Override
        public Reach and(Reach other) {
            return this;
        }
    }

    /** Some patients, by id. */
    record Patients(Set<String> ids) implements Reach {

        public Patients {
            ids = Set.copyOf(ids);
        }

        @Override
        public boolean includes(Set<String> patients) {
            return !patients.isEmpty() && ids.containsAll(patients);
        }

        @Override
        public Reach and(Reach other) {
            if (other instanceof Patients more) {
                Set<String> both = new HashSet<>(ids);
                both.addAll(more.ids);
                return new Patients(both);
            }
            return other;
        }
    }

    static Reach union(Collection<Reach> reaches) {
        return reaches.stream().reduce(NOBODY, Reach::and);
    }
}
