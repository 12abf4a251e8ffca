package org.cbthomework.launch.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.cbthomework.launch.Settings;
import org.cbthomework.launch.authorization.LaunchRefused;
import org.cbthomework.launch.authorization.Refusal;
import org.cbthomework.launch.ehr.InvalidSetting;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Bounds how often one address may take a step of a launch: each has the app ask an EHR, and writes to the database. Each
 * node counts for itself.
 */
@Component
final class LaunchFlood implements HandlerInterceptor {

    private static final Duration WHILE = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;
    private static final String SETTING = "cbt-homework.app.launches-per-minute";

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(WHILE)
            .maximumSize(MOST_ADDRESSES)
            .build();
    private final int most;

    LaunchFlood(Settings settings) {
        this.most = settings.app().launchesPerMinute();
        if (most < 1) {
            throw new InvalidSetting(SETTING, "is " + most + ", which lets nobody in", "give 1 or more");
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        ConsumptionProbe probe =
                buckets.get(network(request.getRemoteAddr()), any -> full()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            throw new LaunchRefused(Refusal.TOO_MANY, "more than " + SETTING + "=" + most + " from one address", null);
        }
        return true;
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, WHILE))
                .build();
    }

    /** Of IPv6 the first half, of which one customer has all. */
    static String network(String address) {
        String[] parts = address.split(":", -1);
        return parts.length > 4 ? String.join(":", parts[0], parts[1], parts[2], parts[3]) : address;
    }
}
