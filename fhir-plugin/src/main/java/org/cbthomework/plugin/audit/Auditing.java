package org.cbthomework.plugin.audit;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.util.List;
import java.util.stream.Stream;
import org.cbthomework.plugin.audit.AuditSettings.Mode;
import org.hl7.fhir.r4.model.AuditEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of each request once, before it is answered. */
final class Auditing {

    private static final Logger LOG = LoggerFactory.getLogger(Auditing.class);
    private static final int UNAVAILABLE = 503;

    private final Accesses accesses;
    private final Refusals refusals;
    private final Strangers strangers;
    private final Keeping keeping;
    private final Mode mode;

    Auditing(Draft draft, Strangers strangers, Keeping keeping, Mode mode) {
        this.accesses = new Accesses(draft);
        this.refusals = new Refusals(draft);
        this.strangers = strangers;
        this.keeping = keeping;
        this.mode = mode;
    }

    /**
     * Tells what a request has shown and written.
     *
     * @param refused the statuses of those entries of a bundle that were refused
     * @throws BaseServerResponseException 503 if it cannot be told, unless the audit is lenient
     */
    void done(Asked asked, List<Touch> touched, List<Integer> refused) {
        Stream<AuditEvent> done =
                touched.isEmpty() && !refused.isEmpty() ? Stream.of() : accesses.of(asked, touched).stream();
        Stream<AuditEvent> not = refused.isEmpty() ? Stream.of() : Stream.of(refusals.ofEntries(asked, refused));
        keep(Stream.concat(done, not).toList());
    }

    /**
     * Tells that a request was refused, or has failed.
     *
     * @throws BaseServerResponseException 503 if it cannot be told, unless the audit is lenient
     */
    void refused(Asked asked, int status) {
        AuditEvent refusal = refusals.of(asked, status);
        if (asked.caller().isPresent()) {
            keep(List.of(refusal));
            return;
        }
        Strangers.Told told = strangers.refused(asked.address());
        if (told instanceof Strangers.Told.Itself itself) {
            keep(itself.untold() == 0 ? List.of(refusal) : List.of(refusals.ofMany(asked, itself.untold()), refusal));
        } else if (told instanceof Strangers.Told.OnlyThatTheyAreCounted) {
            keep(List.of(refusals.ofMany(asked, 0)));
        }
    }

    private void keep(List<AuditEvent> events) {
        try {
            keeping.keep(events);
        } catch (RuntimeException unkept) {
            LOG.error("A request cannot be audited: {}", unkept.getClass().getName());
            if (mode != Mode.LENIENT) {
                throw unavailable();
            }
        }
    }

    private static BaseServerResponseException unavailable() {
        return new UnclassifiedServerFailureException(
                        UNAVAILABLE,
                        "The request cannot be audited and is not answered, though it may have been carried out;"
                                + " send it again later")
                .addResponseHeader("Retry-After", "10");
    }
}
