package org.cbthomework.demo.authorization;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * An authorization request that is posted goes on as one that is got: a form of another site is sent without our
 * cookie, the navigation that follows it with it.
 */
final class PostedRequests extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isAsked = "POST".equals(request.getMethod())
                && request.getRequestURI().equals("/oauth2/authorize")
                && request.getParameter("response_type") != null;
        if (!isAsked) {
            chain.doFilter(request, response);
            return;
        }
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(request.getRequestURI());
        request.getParameterMap().forEach((name, values) -> {
            for (String value : values) {
                uri.queryParam(
                        UriUtils.encode(name, StandardCharsets.UTF_8), UriUtils.encode(value, StandardCharsets.UTF_8));
            }
        });
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, uri.build(true).toUriString());
    }
}
