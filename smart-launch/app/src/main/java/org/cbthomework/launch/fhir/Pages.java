package org.cbthomework.launch.fhir;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** All pages of a search, as long as they are on the server that was asked: no other is shown the token. */
final class Pages {

    private static final int MOST = 20;

    private final IGenericClient client;

    Pages(IGenericClient client) {
        this.client = client;
    }

    <T extends Resource> List<T> all(Bundle first, Class<T> type) {
        List<T> found = new ArrayList<>();
        Bundle page = first;
        for (int read = 1; page != null; read++) {
            page.getEntry().stream()
                    .map(BundleEntryComponent::getResource)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .forEach(found::add);
            page = read < MOST ? next(page) : null;
        }
        return found;
    }

    private @Nullable Bundle next(Bundle page) {
        BundleLinkComponent next = page.getLink("next");
        String base = client.getServerBase();
        return next != null
                        && (next.getUrl().startsWith(base + "?")
                                || next.getUrl().startsWith(base + "/"))
                ? client.loadPage().next(page).execute()
                : null;
    }
}
