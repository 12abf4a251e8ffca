package org.cbthomework.plugin.access.token;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cbthomework.plugin.access.scope.Scope;

/**
 * An authorization server whose tokens are accepted, and how far it is trusted.
 *
 * @param issuer as in the claim {@code iss}
 * @param verification how its tokens are verified
 * @param mayGrant what it may grant to users; whatever a token says beyond is not granted
 * @param clients the clients with which {@code system/} scopes are agreed, by id; no other client has any
 * @param tenant what the claim {@code tenant} has to be, if there are several
 * @param fhirBases below which a {@code fhirUser} may be named, besides this server's own
 * @param speaksFor for an app that grants what its launches were granted: the FHIR bases of the EHRs that launch it, without
 *     a slash at their ends; for anybody else none
 */
public record TrustedIssuer(
        String issuer,
        Verification verification,
        List<Scope> mayGrant,
        Map<String, SystemClient> clients,
        Optional<String> tenant,
        Set<String> fhirBases,
        Set<String> speaksFor) {

    public TrustedIssuer {
        mayGrant = List.copyOf(mayGrant);
        clients = Map.copyOf(clients);
        fhirBases = Set.copyOf(fhirBases);
        speaksFor = Set.copyOf(speaksFor);
    }

    /** Whether it is no authorization server but an app. */
    boolean isApp() {
        return !speaksFor.isEmpty();
    }

    /** An address as it is compared. */
    public static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** How the tokens of an issuer are verified. */
    public sealed interface Verification {}

    /** By signature, with the keys published at an address. */
    public record Keys(URI jwks) implements Verification {}

    /** By asking the issuer about each, RFC 7662, as one of its clients. */
    public record Introspection(URI endpoint, String client, String secret) implements Verification {

        /** Without the secret: a record of settings may end up in a log. */
        @Override
        public String toString() {
            return "Introspection[" + endpoint + "]";
        }
    }

    /**
     * What is agreed with a client that acts without a user.
     *
     * @param isTrustedWithSensitive whether it sees what is labelled as a psychotherapy note or as restricted
     */
    public record SystemClient(List<Scope> scopes, boolean isTrustedWithSensitive) {

        public SystemClient {
            scopes = List.copyOf(scopes);
        }
    }
}
