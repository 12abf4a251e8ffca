package org.cbthomework.plugin.access;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What {@code .well-known/smart-configuration} says: the endpoints that the issuer publishes about itself, and what is
 * configured. Kept for minutes, and longer while the issuer is away.
 */
final class Discovery {

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final Set<String> PUBLISHED = Set.of(
            "issuer",
            "jwks_uri",
            "authorization_endpoint",
            "token_endpoint",
            "registration_endpoint",
            "introspection_endpoint",
            "revocation_endpoint",
            "grant_types_supported",
            "response_types_supported",
            "token_endpoint_auth_methods_supported",
            "token_endpoint_auth_signing_alg_values_supported");

    private static final String LISTS = "_supported";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Supplier<AccessSettings> settings;
    private final Clock clock;
    private volatile @Nullable Known known;

    Discovery(Supplier<AccessSettings> settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(Map<String, Object> configuration, Instant until) {}

    /** The document, as JSON. */
    String document() throws IOException {
        return json.writeValueAsString(configuration());
    }

    /**
     * The document by its names; the values are strings and lists of strings.
     *
     * @throws IOException if the issuer has never told where it is to be found
     */
    Map<String, Object> configuration() throws IOException {
        Known last = known;
        if (last != null && clock.instant().isBefore(last.until())) {
            return last.configuration();
        }
        try {
            Known now = new Known(ask(), clock.instant().plus(KEPT));
            known = now;
            return now.configuration();
        } catch (IOException away) {
            if (last != null) {
                return last.configuration();
            }
            throw away;
        }
    }

    private Map<String, Object> ask() throws IOException {
        AccessSettings configured = settings.get();
        Map<String, Object> answer = new TreeMap<>();
        if (configured.metadata().isPresent()) {
            fetch(configured.metadata().get()).forEach((name, value) -> {
                if (PUBLISHED.contains(name)) {
                    answer.put(name, value);
                }
            });
        }
        // Whatever the issuer could do besides: SMART 2.2 wants S256 and forbids plain.
        answer.put("code_challenge_methods_supported", List.of("S256"));
        configured.smart().forEach((name, value) -> answer.put(name, isList(name) ? words(value) : value));
        return answer;
    }

    private Map<String, Object> fetch(URI metadata) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(metadata)
                    .timeout(PATIENCE)
                    .header("Accept", "application/json")
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new IOException("The issuer's metadata was answered with " + response.statusCode());
            }
            return json.readValue(response.body(), new TypeReference<>() {});
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while asking for the issuer's metadata", stopped);
        }
    }

    private static boolean isList(String name) {
        return name.endsWith(LISTS) || "capabilities".equals(name);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
