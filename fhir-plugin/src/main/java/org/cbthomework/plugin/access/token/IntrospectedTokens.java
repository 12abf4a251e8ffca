package org.cbthomework.plugin.access.token;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.cbthomework.plugin.access.token.TrustedIssuer.Introspection;

/** Asks an issuer about a token, every time: one that was revoked is refused at once. RFC 7662. */
final class IntrospectedTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Introspection introspection;

    IntrospectedTokens(Introspection introspection) {
        this.introspection = introspection;
    }

    Claims verify(String token) throws InvalidToken, Unverifiable {
        HttpRequest question = HttpRequest.newBuilder(introspection.endpoint())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header("Authorization", "Basic " + credentials())
                .POST(BodyPublishers.ofString("token=" + encoded(token)))
                .build();
        Claims claims = new Claims(answer(question));
        if (!claims.isTrue("active")) {
            throw new InvalidToken("The token is not active");
        }
        return claims;
    }

    private Map<String, Object> answer(HttpRequest question) throws Unverifiable {
        try {
            HttpResponse<String> answer = http.send(question, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException("Introspection was answered with " + answer.statusCode());
            }
            return json.readValue(answer.body(), new TypeReference<>() {});
        } catch (IOException away) {
            throw new Unverifiable(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unverifiable(stopped);
        }
    }

    /** Both parts are encoded as in a form first, RFC 6749 section 2.3.1. */
    private String credentials() {
        String pair = encoded(introspection.client()) + ":" + encoded(introspection.secret());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
