package org.cbthomework.plugin.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Which web pages may ask this server from within a browser: those of the registered origins, and anybody's for what is
 * public. No cookies are involved: what counts is the token.
 */
final class Origins {

    private static final List<String> PUBLIC = List.of("/metadata", "/.well-known/smart-configuration");
    private static final List<String> ASKED = List.of(
            "Authorization",
            "Content-Type",
            "Accept",
            "Prefer",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "Cache-Control");
    private static final List<String> TOLD =
            List.of("Location", "Content-Location", "ETag", "Last-Modified", "Retry-After");
    private static final long REMEMBERED_SECONDS = 600;

    private final DefaultCorsProcessor processor = new DefaultCorsProcessor();
    private final Supplier<AccessSettings> settings;

    Origins(Supplier<AccessSettings> settings) {
        this.settings = settings;
    }

    boolean areAny() {
        return !settings.get().origins().isEmpty();
    }

    /** Whether a request is to be answered; a preflight, and one of an origin that may not ask, are answered here. */
    boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isPublic = PUBLIC.stream().anyMatch(request.getRequestURI()::endsWith);
        if (!isPublic && !areAny()) {
            return true;
        }
        boolean goesOn = processor.processRequest(isPublic ? forAnybody() : forRegistered(), request, response);
        boolean isPreflight = "OPTIONS".equals(request.getMethod()) && request.getHeader("Origin") != null;
        return goesOn && !isPreflight;
    }

    private static CorsConfiguration forAnybody() {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(List.of("*"));
        allowed.setAllowedMethods(List.of("GET"));
        allowed.setAllowedHeaders(List.of("*"));
        return allowed;
    }

    private CorsConfiguration forRegistered() {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(settings.get().origins());
        allowed.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        allowed.setAllowedHeaders(ASKED);
        allowed.setExposedHeaders(TOLD);
        allowed.setMaxAge(REMEMBERED_SECONDS);
        return allowed;
    }
}
