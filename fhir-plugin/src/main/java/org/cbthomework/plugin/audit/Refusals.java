package org.cbthomework.plugin.audit;

import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;

/** The event of a request that was refused: what was asked and by whom, and nothing that depends on what is stored. */
final class Refusals {

    private static final int SERVER_ERROR = 500;

    private final Draft draft;

    Refusals(Draft draft) {
        this.draft = draft;
    }

    AuditEvent of(Asked asked, int status) {
        boolean isServers = status >= SERVER_ERROR;
        return event(
                asked,
                isServers ? AuditEventOutcome._8 : AuditEventOutcome._4,
                (isServers ? "Failed with status " : "Refused with status ") + status);
    }

    /** Of entries of a bundle, the rest of which was done. */
    AuditEvent ofEntries(Asked asked, List<Integer> statuses) {
        String distinct =
                statuses.stream().distinct().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        return event(
                asked,
                AuditEventOutcome._4,
                "Refused " + statuses.size() + " entries of a bundle with status " + distinct);
    }

    /** Of requests by somebody unknown, too many to tell each. */
    AuditEvent ofMany(Asked last, int count) {
        String what = count == 0
                ? "Too many refused requests from this address in a minute; the next are counted and not told"
                : "Refused " + count + " more requests from this address that were not told one by one";
        return event(last, AuditEventOutcome._4, what);
    }

    private AuditEvent event(Asked asked, AuditEventOutcome outcome, String description) {
        Act act = Act.asked(asked.interaction());
        AuditEvent event = draft.of(asked, act, false);
        event.setOutcome(outcome);
        event.setOutcomeDesc(description);
        Entities entities = new Entities(event, asked);
        if (act == Act.QUERY) {
            entities.query();
        } else {
            entities.target();
        }
        return event;
    }
}
