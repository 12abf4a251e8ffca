package org.cbthomework.demo.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/** From where browsers may call: what is public from anywhere, the rest from where a client is registered. */
final class CrossOrigins implements CorsConfigurationSource {

    private final Clients clients;

    CrossOrigins(Clients clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (isPublic(path)) {
            return from(List.of(CorsConfiguration.ALL), List.of("GET", "HEAD"));
        }
        if (path.equals("/oauth2/token") || path.equals("/oauth2/revoke")) {
            return from(List.copyOf(clients.origins()), List.of("POST"));
        }
        return path.startsWith(Issuer.FHIR_PATH + "/")
                ? from(List.copyOf(clients.origins()), List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"))
                : null;
    }

    private static boolean isPublic(String path) {
        return path.equals("/oauth2/jwks")
                || path.equals("/smart-style.json")
                || path.startsWith("/.well-known/")
                || path.startsWith(Issuer.FHIR_PATH + "/.well-known/")
                || path.equals(Issuer.FHIR_PATH + "/metadata");
    }

    private static CorsConfiguration from(List<String> origins, List<String> methods) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(methods);
        allowed.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        allowed.setExposedHeaders(List.of("ETag", "Location", "Content-Location", "Last-Modified", "WWW-Authenticate"));
        allowed.setMaxAge(Duration.ofHours(1));
        return allowed;
    }
}
