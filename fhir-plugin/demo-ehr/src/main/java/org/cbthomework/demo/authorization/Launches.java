package org.cbthomework.demo.authorization;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The apps that are being launched: a handle that says nothing stands for each, is used once and soon expires. */
public final class Launches {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Launch> pending = new ConcurrentHashMap<>();
    private final Clock clock;

    Launches(Clock clock) {
        this.clock = clock;
    }

    /** The handle under which this client, and only with this person signed in, is told the context. */
    public String begin(String login, String client, LaunchContext context) {
        pending.values().removeIf(this::isOver);
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String handle = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        pending.put(handle, new Launch(login, client, context, clock.instant().plus(LIFETIME)));
        return handle;
    }

    /** Empty if it is unknown, was used before, has expired, or is another's; whatever the answer, it is used up. */
    Optional<LaunchContext> redeem(String handle, String login, String client) {
        return Optional.ofNullable(pending.remove(handle))
                .filter(launch -> launch.isOf(login, client) && !isOver(launch))
                .map(Launch::context);
    }

    /** Whether there is a launch of a patient under the handle, which stays as it is. */
    boolean isOfPatient(String handle) {
        Launch launch = pending.get(handle);
        return launch != null && launch.context().patient().isPresent();
    }

    private boolean isOver(Launch launch) {
        return !clock.instant().isBefore(launch.end());
    }

    /** @param end exclusive */
    private record Launch(String login, String client, LaunchContext context, Instant end) {

        boolean isOf(String otherLogin, String otherClient) {
            return login.equals(otherLogin) && client.equals(otherClient);
        }
    }
}
