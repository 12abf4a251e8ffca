package org.cbthomework.plugin.access;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cbthomework.plugin.access.scope.Scope;
import org.cbthomework.plugin.access.token.TrustedIssuer;
import org.cbthomework.plugin.access.token.TrustedIssuer.Introspection;
import org.cbthomework.plugin.access.token.TrustedIssuer.Keys;
import org.cbthomework.plugin.access.token.TrustedIssuer.SystemClient;
import org.cbthomework.plugin.access.token.TrustedIssuer.Verification;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertyResolver;

/**
 * How access is set up: {@code cbt-homework.access.*}.
 *
 * @param base the FHIR base that tokens have to be meant for, without a slash at its end
 * @param issuers whose tokens are accepted; the first is the one that discovery names
 * @param metadata where the first issuer publishes its endpoints, RFC 8414 or OpenID Connect Discovery
 * @param smart what {@code .well-known/smart-configuration} says besides, or instead
 * @param origins the web origins of apps that run in a browser alone
 */
public record AccessSettings(
        String base,
        List<TrustedIssuer> issuers,
        Optional<URI> metadata,
        Map<String, String> smart,
        List<String> origins) {

    private static final String PREFIX = "cbt-homework.access.";
    private static final String FIRST_ISSUER = PREFIX + "issuers[0].issuer";
    private static final String MAY_GRANT = "patient/*.cruds user/*.cruds";
    private static final List<String> SMART = List.of(
            "issuer",
            "jwks_uri",
            "authorization_endpoint",
            "token_endpoint",
            "registration_endpoint",
            "management_endpoint",
            "introspection_endpoint",
            "revocation_endpoint",
            "grant_types_supported",
            "scopes_supported",
            "response_types_supported",
            "token_endpoint_auth_methods_supported",
            "token_endpoint_auth_signing_alg_values_supported",
            "capabilities");

    public AccessSettings {
        issuers = List.copyOf(issuers);
        smart = Map.copyOf(smart);
        origins = List.copyOf(origins);
    }

    /** Whether any issuer is configured: without one, access is left to whatever else the server has. */
    public static boolean arePresent(Environment environment) {
        String issuer = environment.getProperty(FIRST_ISSUER);
        return issuer != null && !issuer.isBlank();
    }

    /**
     * Reads what is configured.
     *
     * @throws IllegalArgumentException if it cannot be read; names the setting, the value and the remedy
     */
    public static AccessSettings parse(PropertyResolver settings) {
        List<TrustedIssuer> issuers = new ArrayList<>();
        for (int index = 0; settings.containsProperty(PREFIX + "issuers[" + index + "].issuer"); index++) {
            issuers.add(new Reading(settings, PREFIX + "issuers[" + index + "].").issuer());
        }
        Reading reading = new Reading(settings, PREFIX);
        Map<String, String> smart = new TreeMap<>();
        for (String name : SMART) {
            reading.text("smart." + name).ifPresent(value -> smart.put(name, value));
        }
        String base = reading.required("base", "the address at which clients reach this FHIR server");
        return new AccessSettings(
                base.endsWith("/") ? base.substring(0, base.length() - 1) : base,
                issuers,
                reading.text("metadata").map(value -> reading.address("metadata", value)),
                smart,
                reading.list("origins"));
    }

    /** Settings below a prefix. */
    private record Reading(PropertyResolver settings, String prefix) {

        TrustedIssuer issuer() {
            Map<String, SystemClient> clients = new HashMap<>();
            for (int index = 0; text("clients[" + index + "].id").isPresent(); index++) {
                Reading client = new Reading(settings, prefix + "clients[" + index + "].");
                clients.put(
                        client.required("id", "the client's id"),
                        new SystemClient(
                                client.scopes("scopes", ""),
                                client.text("sensitive").filter("true"::equals).isPresent()));
            }
            return new TrustedIssuer(
                    required("issuer", "what the tokens name as iss"),
                    verification(),
                    scopes("may-grant", MAY_GRANT),
                    clients,
                    text("tenant"),
                    Set.copyOf(list("fhir-bases")),
                    speaksFor(clients));
        }

        /** Whoever tells of launches by EHRs has no system to speak for, and signs what it tells. */
        private Set<String> speaksFor(Map<String, SystemClient> clients) {
            List<String> ehrs = list("speaks-for");
            boolean isSigned = text("jwks").isPresent();
            if (!ehrs.isEmpty() && (!isSigned || !clients.isEmpty())) {
                throw new IllegalArgumentException(prefix + "speaks-for is '" + String.join(" ", ehrs) + "', beside "
                        + (isSigned ? "clients; give these to another issuer" : "introspection; set jwks instead"));
            }
            return ehrs.stream()
                    .map(ehr -> TrustedIssuer.withoutSlash(
                            address("speaks-for", ehr).toString()))
                    .collect(Collectors.toUnmodifiableSet());
        }

        private Verification verification() {
            Optional<String> jwks = text("jwks");
            if (jwks.isPresent()) {
                return new Keys(address("jwks", jwks.get()));
            }
            String endpoint = required("introspection", "where tokens are asked about; or set jwks");
            return new Introspection(
                    address("introspection", endpoint),
                    required("introspection-client", "the id of this server as a client of the issuer"),
                    required("introspection-secret", "its secret"));
        }

        Optional<String> text(String name) {
            return Optional.ofNullable(settings.getProperty(prefix + name)).filter(value -> !value.isBlank());
        }

        String required(String name, String what) {
            return text(name)
                    .orElseThrow(() -> new IllegalArgumentException(prefix + name + " is not set; set it to " + what));
        }

        List<String> list(String name) {
            return text(name)
                    .map(value -> Arrays.stream(value.split("[,\\s]+"))
                            .filter(word -> !word.isEmpty())
                            .toList())
                    .orElse(List.of());
        }

        List<Scope> scopes(String name, String otherwise) {
            return Arrays.stream(text(name).orElse(otherwise).split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .map(word -> Scope.parse(word)
                            .orElseThrow(() -> new IllegalArgumentException(prefix + name + " names '" + word
                                    + "', which is no SMART scope; write it as in user/Observation.rs")))
                    .toList();
        }

        URI address(String name, String value) {
            try {
                URI address = URI.create(value);
                if (address.getHost() != null && Set.of("http", "https").contains(address.getScheme())) {
                    return address;
                }
            } catch (IllegalArgumentException unreadable) {
                // Told below, as for one without a host.
            }
            throw new IllegalArgumentException(
                    prefix + name + " is '" + value + "', which is no address; use one that begins with https://");
        }
    }
}
