package org.cbthomework.launch.launches;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A launch for which the user was sent to the EHR's authorization server, and has not come back yet.
 *
 * @param state what the answer must carry
 * @param issuer the FHIR base of the EHR
 * @param authorizationServer who must have answered; null if the EHR does not tell
 * @param namesItself whether the answer must say who answers
 * @param scopes what was asked for
 * @param worksheet the id of the Task whose worksheet is to be opened then, if it is the patient's; null if none
 * @param ends exclusive
 */
public record PendingLaunch(
        String state,
        String nonce,
        String verifier,
        String issuer,
        URI tokenEndpoint,
        @Nullable URI revocationEndpoint,
        @Nullable String authorizationServer,
        boolean namesItself,
        List<String> scopes,
        @Nullable String worksheet,
        Instant ends) {

    public PendingLaunch {
        scopes = List.copyOf(scopes);
    }

    /** Neither state nor verifier. */
    @Override
    public String toString() {
        return "PendingLaunch of " + issuer;
    }
}
