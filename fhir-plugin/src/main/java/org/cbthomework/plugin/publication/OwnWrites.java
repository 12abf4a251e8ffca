package org.cbthomework.plugin.publication;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import org.jspecify.annotations.Nullable;

/** What the plugin writes itself, which its own hooks leave alone. */
public final class OwnWrites {

    private static final String MARK = "org.cbthomework.own-write";

    private OwnWrites() {}

    /** The details of a request of the plugin's own. */
    static RequestDetails request() {
        SystemRequestDetails request = new SystemRequestDetails();
        request.getUserData().put(MARK, true);
        return request;
    }

    /** Whether a request is one of the plugin's own; what runs in the background of the server may have none. */
    public static boolean made(@Nullable RequestDetails request) {
        return request != null && request.getUserData().containsKey(MARK);
    }
}
