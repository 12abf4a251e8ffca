package org.cbthomework.plugin.hooks;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.model.ResourceVersionConflictResolutionStrategy;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.jspecify.annotations.Nullable;

/**
 * A hook on conflicts of two writers: a client's Task is stored although the plugin publishes that Task at the same
 * moment. The client is not to know of the publisher, so it is not told 409 because of it: its transaction is run again,
 * at most {@value #MOST} times. Whoever names the version that it changes (If-Match) is told of the conflict at once.
 */
@Interceptor
public final class ConflictHooks {

    /** How often a transaction is run again; HAPI waits 250 to 500 ms before each. */
    private static final int MOST = 5;

    @Hook(Pointcut.STORAGE_VERSION_CONFLICT)
    public @Nullable ResourceVersionConflictResolutionStrategy conflicting(@Nullable RequestDetails request) {
        if (request == null || !"Task".equals(request.getResourceName()) || namesItsVersion(request)) {
            return null;
        }
        ResourceVersionConflictResolutionStrategy again = new ResourceVersionConflictResolutionStrategy();
        again.setRetry(true);
        again.setMaxRetries(MOST);
        return again;
    }

    private static boolean namesItsVersion(RequestDetails request) {
        return request.getHeader(Constants.HEADER_IF_MATCH) != null;
    }
}
