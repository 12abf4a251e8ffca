package org.cbthomework.adherence;

import java.time.Instant;
import java.util.List;
import org.cbthomework.adherence.schedule.Segment;

/** Whether the patient was asked to agree to an assignment, and did: counting starts there (rule 1). */
public sealed interface Agreement {

    /** What counts of the given segments. */
    List<Segment> counted(List<Segment> segments);

    /** Agreed in the session in which it was assigned, or not asked. */
    record NotAsked() implements Agreement {
        @Override
        public List<Segment> counted(List<Segment> segments) {
            return segments;
        }
    }

    /**
     * Asked, and not given: nothing counts.
     *
     * @param changeAsked whether the patient has answered, and asks for a change
     */
    record Awaited(boolean changeAsked) implements Agreement {

        /** Not answered yet. */
        public Awaited() {
            this(false);
        }

        @Override
        public List<Segment> counted(List<Segment> segments) {
            return List.of();
        }
    }

    /** Asked and given: counts from then on. */
    record Given(Instant at) implements Agreement {
        @Override
        public List<Segment> counted(List<Segment> segments) {
            return segments.stream().map(each -> each.startingFrom(at)).toList();
        }
    }
}
