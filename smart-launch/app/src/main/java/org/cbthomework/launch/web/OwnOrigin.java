package org.cbthomework.launch.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what changes anything unless it comes from a page of the app.
 *
 * <p>With {@code Referrer-Policy: no-referrer} a browser sends {@code Origin: null} with a form of the app's own; then
 * {@code Sec-Fetch-Site} tells.
 */
final class OwnOrigin extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final String origin;

    OwnOrigin(String origin) {
        this.origin = origin;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HARMLESS.contains(request.getMethod()) || isOwn(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean isOwn(HttpServletRequest request) {
        String told = request.getHeader("Origin");
        return (told == null || told.equals("null"))
                ? "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                : told.equals(origin);
    }
}
