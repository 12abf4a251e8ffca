package org.cbthomework.plugin.audit;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores the events of one request, as the server and in a transaction of their own: all of them or none. */
final class Keeping {

    private final DaoRegistry daos;
    private final TransactionTemplate transaction;

    Keeping(DaoRegistry daos, PlatformTransactionManager transactions) {
        this.daos = daos;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void keep(List<AuditEvent> events) {
        IFhirResourceDao<AuditEvent> dao = daos.getResourceDao(AuditEvent.class);
        transaction.executeWithoutResult(
                status -> events.forEach(event -> dao.create(event, new SystemRequestDetails())));
    }
}
