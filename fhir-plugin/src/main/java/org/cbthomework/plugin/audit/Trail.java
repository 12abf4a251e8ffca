package org.cbthomework.plugin.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request of a client has shown and written so far. The entries of a bundle share it, on any thread. */
final class Trail {

    private static final String KEY = Trail.class.getName();

    private final Map<String, Touch> touched = new LinkedHashMap<>();
    private boolean isTold;

    /** Of a request that is audited; nothing for what the server does by itself. */
    static Optional<Trail> of(@Nullable RequestDetails request) {
        return request == null
                ? Optional.empty()
                : Optional.ofNullable((Trail) request.getUserData().get(KEY));
    }

    static void begin(RequestDetails request) {
        request.getUserData().put(KEY, new Trail());
    }

    synchronized void add(Touch touch) {
        touched.merge(touch.reference(), touch, Touch::and);
    }

    synchronized List<Touch> touched() {
        return List.copyOf(touched.values());
    }

    /** Whether it is told for the first time. */
    synchronized boolean tell() {
        boolean isFirst = !isTold;
        isTold = true;
        return isFirst;
    }
}
