package org.cbthomework.launch.launches;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One launch: of one user, by one EHR, about one patient or none.
 *
 * @param issuer the FHIR base of the EHR
 * @param tokenEndpoint where its tokens are renewed
 * @param revocationEndpoint where they are given back; null if nowhere
 * @param ends exclusive; when the launch is over, whatever its tokens
 */
public record Launch(
        LaunchId id,
        String issuer,
        URI tokenEndpoint,
        @Nullable URI revocationEndpoint,
        LaunchContext context,
        Grant grant,
        Instant ends) {

    /** The same launch with other tokens. */
    public Launch with(Grant renewed) {
        return new Launch(id, issuer, tokenEndpoint, revocationEndpoint, context, renewed, ends);
    }

    /** Neither the context nor the tokens. */
    @Override
    public String toString() {
        return "Launch of " + issuer;
    }
}
