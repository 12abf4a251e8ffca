package org.cbthomework.launch.ehr;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * An EHR that may launch the app.
 *
 * @param issuer its FHIR base, to the letter as it comes in {@code iss}
 * @param name what people are told it is called
 * @param clientId what the app is registered as
 * @param credential how the app authenticates
 * @param scopes what is asked for
 * @param hosts where its endpoints may be, as host or host:port, in lower case
 * @param frameAncestors whose pages may frame the app, as sources of a Content-Security-Policy
 */
public record Ehr(
        String issuer,
        String name,
        String clientId,
        Credential credential,
        List<String> scopes,
        Set<String> hosts,
        List<String> frameAncestors) {

    public Ehr {
        scopes = List.copyOf(scopes);
        hosts = Set.copyOf(hosts);
        frameAncestors = List.copyOf(frameAncestors);
    }

    /** Whether secrets of a launch may be sent there. */
    public boolean owns(Address endpoint) {
        return hosts.contains(endpoint.host());
    }

    /** An address below the FHIR base. */
    public URI below(String path) {
        return URI.create((issuer.endsWith("/") ? issuer : issuer + "/") + path);
    }
}
