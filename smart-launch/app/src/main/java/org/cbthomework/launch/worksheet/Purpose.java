package org.cbthomework.launch.worksheet;

import java.util.List;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** What a worksheet is opened for. */
public sealed interface Purpose {

    /** What a response to it is based on. */
    List<Reference> basedOn();

    /** An occasion, which has one response. */
    record Occasion(Task task) implements Purpose {

        @Override
        public List<Reference> basedOn() {
            return task.getBasedOn().stream()
                    .map(each -> new Reference(each.getReference()))
                    .toList();
        }
    }

    /**
     * An entry of a log, of which there may be any number, or something done beyond what was asked.
     *
     * @param response the id of its response, a UUID
     */
    record Entry(ServiceRequest order, String response) implements Purpose {

        @Override
        public List<Reference> basedOn() {
            return List.of(
                    new Reference("ServiceRequest/" + order.getIdElement().getIdPart()));
        }
    }
}
