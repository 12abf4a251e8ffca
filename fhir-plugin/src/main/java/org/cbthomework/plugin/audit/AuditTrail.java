package org.cbthomework.plugin.audit;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cbthomework.plugin.audit.AuditSettings.Mode;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts an audit into a HAPI FHIR R4 JPA server, which keeps it among its own resources. */
public final class AuditTrail {

    private final DaoRegistry daos;
    private final PlatformTransactionManager transactions;
    private final Clock clock;

    public AuditTrail(DaoRegistry daos, PlatformTransactionManager transactions, Clock clock) {
        this.daos = daos;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Registers the hooks, unless the audit is off.
     *
     * @param patients the ids of the patients whom a resource is about
     * @param base the address of the server, without a slash at its end; empty to take it from the requests
     */
    public void register(
            RestfulServer server,
            AuditSettings settings,
            Function<IBaseResource, Set<String>> patients,
            Supplier<String> base) {
        if (settings.mode() == Mode.OFF) {
            return;
        }
        Auditing auditing = new Auditing(
                new Draft(clock),
                new Strangers(clock, settings.refusalsOfStrangers()),
                new Keeping(daos, transactions),
                settings.mode());
        server.registerInterceptor(new AuditHooks(auditing, patients, base));
    }
}
