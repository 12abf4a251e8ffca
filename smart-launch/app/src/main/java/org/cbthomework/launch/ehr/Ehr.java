package org.cbthomework.launch.ehr;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
 * @param homework the FHIR base where homework is kept, without a slash at its end; null if that is the EHR
 * @param agreed what its users may do there, whatever the EHR grants
 */
public record Ehr(
        String issuer,
        String name,
        String clientId,
        Credential credential,
        List<String> scopes,
        Set<String> hosts,
        List<String> frameAncestors,
        @Nullable String homework,
        AgreedScopes agreed) {

    public Ehr {
        scopes = List.copyOf(scopes);
        hosts = Set.copyOf(hosts);
        frameAncestors = List.copyOf(frameAncestors);
    }

    /** Whether secrets of a launch may be sent there. */
    public boolean owns(Address endpoint) {
        return hosts.contains(endpoint.host());
    }

    /** The FHIR base without a slash at its end. */
    public String base() {
        return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    }

    /** The address of a resource, which tells it from those of all other EHRs. */
    public String address(String reference) {
        return base() + "/" + reference;
    }

    /** An address below the FHIR base. */
    public URI below(String path) {
        return URI.create(address(path));
    }
}
