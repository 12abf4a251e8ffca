package org.cbthomework.demo.authorization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Caps how often one address may try in vain to sign in: each try costs the work of a password hash, and may be a guess. */
final class SignInFlood extends OncePerRequestFilter {

    /** Tries in vain of one address within {@link #WHILE}. */
    static final int MOST = 100;

    private static final Duration WHILE = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;

    private final Cache<String, AtomicInteger> tries = Caffeine.newBuilder()
            .expireAfterWrite(WHILE)
            .maximumSize(MOST_ADDRESSES)
            .build();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isTry = "POST".equals(request.getMethod()) && "/login".equals(request.getRequestURI());
        if (!isTry) {
            chain.doFilter(request, response);
            return;
        }
        AtomicInteger inVain = tries.get(request.getRemoteAddr(), any -> new AtomicInteger());
        if (inVain.get() >= MOST) {
            response.setHeader("Retry-After", String.valueOf(WHILE.toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
        String next = response.getHeader("Location");
        if (next != null && next.endsWith("?error")) {
            inVain.incrementAndGet();
        }
    }
}
