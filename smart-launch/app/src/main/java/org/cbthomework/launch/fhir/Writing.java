package org.cbthomework.launch.fhir;

import ca.uhn.fhir.rest.api.PreferReturnEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/** Stores what is new, and the next version of what was read unless somebody else changed it. */
final class Writing {

    private final IGenericClient client;
    private final Asking asking;

    Writing(IGenericClient client, Asking asking) {
        this.client = client;
        this.asking = asking;
    }

    /** All or none: each under the id that it has, and over the version that was read, where one was. */
    void together(List<? extends Resource> resources) {
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        resources.forEach(resource -> {
            String id = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
            BundleEntryRequestComponent request = transaction
                    .addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(id);
            if (resource.getMeta().hasVersionId()) {
                request.setIfMatch("W/\"" + resource.getMeta().getVersionId() + "\"");
            }
        });
        asking.write(() -> client.transaction().withBundle(transaction).execute());
    }

    /** One without an id is created; one that was read is updated only if it is still that version. */
    <T extends Resource> T one(T resource, Class<T> type) {
        return asking.write(() -> {
            IBaseResource stored = resource.getIdElement().hasIdPart()
                    ? client.update()
                            .resource(resource)
                            .withId(resource.getMeta().hasVersionId() ? version(resource) : resource.getIdElement())
                            .prefer(PreferReturnEnum.REPRESENTATION)
                            .execute()
                            .getResource()
                    : client.create()
                            .resource(resource)
                            .prefer(PreferReturnEnum.REPRESENTATION)
                            .execute()
                            .getResource();
            return type.cast(stored);
        });
    }

    /** Of an id with a version HAPI's client makes {@code If-Match}. */
    private static IdType version(Resource resource) {
        return new IdType(
                resource.fhirType(),
                resource.getIdElement().getIdPart(),
                resource.getMeta().getVersionId());
    }
}
