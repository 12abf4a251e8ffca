package org.cbthomework.plugin.publication;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of published resources: the same homework always has the same, so that nothing is ever published twice. */
final class Names {

    private static final String PREFIX = "hw-";

    private Names() {}

    /** The id of what the parts tell apart. */
    static String of(String... parts) {
        return PREFIX + UUID.nameUUIDFromBytes(String.join(" ", parts).getBytes(StandardCharsets.UTF_8));
    }

    static boolean isOurs(String id) {
        return id.startsWith(PREFIX);
    }
}
