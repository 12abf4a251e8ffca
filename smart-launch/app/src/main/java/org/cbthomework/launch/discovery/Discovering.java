package org.cbthomework.launch.discovery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cbthomework.launch.ehr.Address;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.exchange.Document;
import org.cbthomework.launch.exchange.Exchanging;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an EHR where its authorization server is, and believes only what is on the hosts registered for it. */
public final class Discovering {

    /** Where an EHR does not say how long. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);

    /** So that a change at the EHR is noticed soon, whatever it has said. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MOST_EHRS = 1_000;

    private final Cache<String, Known> recently;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Exchanging http;

    public Discovering(Exchanging http, Clock clock) {
        this.http = http;
        this.recently = Caffeine.newBuilder()
                .maximumSize(MOST_EHRS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<String, Known>creating((issuer, known) -> known.fresh()))
                .build();
    }

    /**
     * What {@code .well-known/smart-configuration} below the FHIR base says, read for this launch or shortly before.
     *
     * @throws DiscoveryFailed if it is not to be had, or names an endpoint elsewhere than on the EHR's hosts
     */
    public SmartConfiguration discover(Ehr ehr) throws DiscoveryFailed {
        Known known = recently.getIfPresent(ehr.issuer());
        if (known != null) {
            return known.configuration();
        }
        URI address = ehr.below(".well-known/smart-configuration");
        Document document = fetched(address);
        SmartConfiguration configuration = configuration(ehr, read(document, address));
        Duration fresh = document.fresh().orElse(UNTOLD);
        if (fresh.compareTo(Duration.ZERO) > 0) {
            recently.put(ehr.issuer(), new Known(configuration, fresh.compareTo(LONGEST) < 0 ? fresh : LONGEST));
        }
        return configuration;
    }

    /** Has the EHR asked anew by the next launch, as when an endpoint did not do what it should. */
    public void forget(Ehr ehr) {
        recently.invalidate(ehr.issuer());
    }

    private static SmartConfiguration configuration(Ehr ehr, JsonNode told) throws DiscoveryFailed {
        return new SmartConfiguration(
                endpoint(ehr, told, "authorization_endpoint"),
                endpoint(ehr, told, "token_endpoint"),
                told.hasNonNull("revocation_endpoint") ? endpoint(ehr, told, "revocation_endpoint") : null,
                text(told, "issuer").orElse(null),
                told.path("authorization_response_iss_parameter_supported").asBoolean(false));
    }

    /** What an EHR said, and for how long that is believed. */
    private record Known(SmartConfiguration configuration, Duration fresh) {}

    /**
     * The public keys of an issuer of id_tokens, a JWK set: by its {@code .well-known/openid-configuration}.
     *
     * @throws DiscoveryFailed if they are not to be had, or are elsewhere than on the EHR's hosts
     */
    public String keys(Ehr ehr, String issuer) throws DiscoveryFailed {
        String base = issuer.endsWith("/") ? issuer : issuer + "/";
        URI address = own(ehr, "issuer", base + ".well-known/openid-configuration");
        JsonNode told = document(address);
        if (!text(told, "issuer").filter(issuer::equals).isPresent()) {
            throw new DiscoveryFailed("The openid-configuration is of another issuer");
        }
        URI keys = endpoint(ehr, told, "jwks_uri");
        try {
            return http.json(keys).text();
        } catch (IOException e) {
            throw new DiscoveryFailed("The keys at jwks_uri could not be read: " + e.getMessage(), e);
        }
    }

    private JsonNode document(URI address) throws DiscoveryFailed {
        return read(fetched(address), address);
    }

    private Document fetched(URI address) throws DiscoveryFailed {
        try {
            return http.json(address);
        } catch (IOException e) {
            throw new DiscoveryFailed(name(address) + " could not be read: " + e.getMessage(), e);
        }
    }

    private JsonNode read(Document document, URI address) throws DiscoveryFailed {
        try {
            return json.readTree(document.text());
        } catch (JacksonException e) {
            throw new DiscoveryFailed(name(address) + " is no JSON", e);
        }
    }

    private static URI endpoint(Ehr ehr, JsonNode told, String name) throws DiscoveryFailed {
        return own(ehr, name, text(told, name).orElse(null));
    }

    /** A relative URL is one below the FHIR base, as older servers tell them. */
    private static URI own(Ehr ehr, String name, @Nullable String told) throws DiscoveryFailed {
        if (told == null) {
            throw new DiscoveryFailed(name + " is missing");
        }
        Address address = resolved(ehr, told)
                .orElseThrow(() -> new DiscoveryFailed(name + " is no https address, or http to this machine"));
        if (!ehr.owns(address)) {
            throw new DiscoveryFailed(name + " is on '" + address.host()
                    + "', which is not among the hosts of the EHR; add it to hosts if it is");
        }
        return address.uri();
    }

    private static Optional<Address> resolved(Ehr ehr, String told) {
        try {
            return Address.of(ehr.below("").resolve(told).toString());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode told, String name) {
        return Optional.of(told.path(name)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    private static String name(URI address) {
        return address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
    }
}
