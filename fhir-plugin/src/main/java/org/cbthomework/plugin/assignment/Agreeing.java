package org.cbthomework.plugin.assignment;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import java.util.function.Consumer;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Writes into an order what its patient says to it, in the transaction of the response that says so: patients write
 * responses and nothing else. An order that says it already stays as it is.
 */
public final class Agreeing {

    private final DaoRegistry daos;

    public Agreeing(DaoRegistry daos) {
        this.daos = daos;
    }

    /** The patient agrees, or asks for a change. */
    public void answered(AssignmentKey assignment, PatientAnswer answer) {
        change(assignment, order -> Agreements.note(order, answer));
    }

    /** The response says nothing any more. */
    public void takenBack(AssignmentKey assignment, String response) {
        change(assignment, order -> Agreements.takeBack(order, response));
    }

    private void change(AssignmentKey assignment, Consumer<ServiceRequest> change) {
        IFhirResourceDao<ServiceRequest> dao = daos.getResourceDao(ServiceRequest.class);
        stored(dao, new IdType(assignment.resource())).ifPresent(order -> {
            ServiceRequest changed = order.copy();
            change.accept(changed);
            if (!changed.equalsDeep(order)) {
                dao.update(changed, new SystemRequestDetails());
            }
        });
    }

    private static Optional<ServiceRequest> stored(IFhirResourceDao<ServiceRequest> dao, IdType id) {
        try {
            return Optional.of(dao.read(id, new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException deleted) {
            return Optional.empty();
        }
    }
}
