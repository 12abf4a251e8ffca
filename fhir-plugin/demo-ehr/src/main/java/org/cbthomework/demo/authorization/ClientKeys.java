package org.cbthomework.demo.authorization;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * The public keys of clients, registered themselves or fetched from where they are registered to be; what was fetched is
 * kept as long as its Cache-Control says, an hour at most, and not at all where it says nothing.
 */
final class ClientKeys {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int BYTES_AT_MOST = 100_000;
    private static final long SECONDS_AT_MOST = 3600;
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[ ,])max-age=(\\d{1,9})");

    private final Map<String, Fetched> fetched = new ConcurrentHashMap<>();
    private final Clock clock;

    ClientKeys(Clock clock) {
        this.clock = clock;
    }

    /**
     * The keys of the client that are wanted.
     *
     * @throws BadJwtException when there are none to be had
     */
    List<JWK> select(RegisteredClient client, JWKSelector wanted) {
        String url = client.getClientSettings().getJwkSetUrl();
        String inline = Clients.jwks(client);
        if (url == null && inline == null) {
            throw new BadJwtException("The client has no keys");
        }
        try {
            return wanted.select(inline == null ? at(url) : JWKSet.parse(inline));
        } catch (IOException | ParseException failed) {
            throw new BadJwtException("The keys of the client cannot be read", failed);
        }
    }

    private JWKSet at(String url) throws IOException, ParseException {
        Fetched before = fetched.get(url);
        if (before != null && clock.instant().isBefore(before.end())) {
            return before.keys();
        }
        Fetched now = fetch(url);
        fetched.put(url, now);
        return now.keys();
    }

    private Fetched fetch(String url) throws IOException, ParseException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .build();
        HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                String read = new String(body.readNBytes(BYTES_AT_MOST), StandardCharsets.UTF_8);
                if (response.statusCode() != 200) {
                    throw new IOException("The keys were answered with " + response.statusCode());
                }
                String caching = String.join(",", response.headers().allValues("Cache-Control"));
                return new Fetched(JWKSet.parse(read), clock.instant().plusSeconds(secondsToKeep(caching)));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while fetching keys", stopped);
        }
    }

    private static long secondsToKeep(String caching) {
        Matcher age = MAX_AGE.matcher(caching);
        boolean isKept = !caching.contains("no-store") && !caching.contains("no-cache") && age.find();
        return isKept ? Math.min(Long.parseLong(age.group(1)), SECONDS_AT_MOST) : 0;
    }

    /** @param end until when they may be used without asking again, exclusive */
    private record Fetched(JWKSet keys, Instant end) {}
}
