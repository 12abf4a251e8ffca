package org.cbthomework.launch.ehr;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An address that secrets may be sent to: https, or http to this very machine for trying. */
public record Address(URI uri) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public Address {
        if (!isSafe(uri)) {
            throw new IllegalArgumentException("No https address: " + uri.getScheme());
        }
    }

    /** Empty if the text is no address, carries a user or a fragment, or is neither https nor http to this machine. */
    public static Optional<Address> of(String text) {
        try {
            URI uri = URI.create(text);
            return isSafe(uri) ? Optional.of(new Address(uri)) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The host in lower case, with the port where it is told. */
    public String host() {
        return uri.getRawAuthority().toLowerCase(Locale.ROOT);
    }

    /** Scheme, host and port, as a browser sends them in {@code Origin}. */
    public String origin() {
        return uri.getScheme() + "://" + host();
    }

    public boolean isHttps() {
        return "https".equals(uri.getScheme());
    }

    private static boolean isSafe(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return false;
        }
        return "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme())
                        && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT)));
    }
}
