package org.cbthomework.plugin.access;

import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;

/** How a request is denied. None of the answers depends on what is stored. */
final class Denial {

    private static final int UNAVAILABLE = 503;

    private Denial() {}

    /** The same whether something is not there or is somebody else's, and whichever rule denies it. */
    static ForbiddenOperationException forbidden() {
        return new ForbiddenOperationException(
                "Not there, or not for this token: what it may do is decided by its scopes,"
                        + " by the patient in context, and by whom its user may see");
    }

    /** Denies what no token of its kind can do, with the way to do it. */
    static ForbiddenOperationException forbidden(String what, String remedy) {
        return new ForbiddenOperationException(what + " is not allowed to this token; " + remedy);
    }

    static BaseServerResponseException unauthenticated(String why) {
        return new AuthenticationException(why + "; get a token from the authorization server that"
                        + " .well-known/smart-configuration names")
                .addResponseHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    static BaseServerResponseException withoutToken() {
        return new AuthenticationException("A bearer token is needed; get one from the authorization server that"
                        + " .well-known/smart-configuration names")
                .addResponseHeader("WWW-Authenticate", "Bearer");
    }

    static BaseServerResponseException unverifiable() {
        return new UnclassifiedServerFailureException(
                        UNAVAILABLE,
                        "The authorization server that could verify the token cannot be reached; try again later")
                .addResponseHeader("Retry-After", "10");
    }
}
