package org.cbthomework.plugin.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.cbthomework.plugin.access.token.Caller;

/** Names of searches, of which a page can be asked for by whoever searched, and by nobody else. */
final class Pages {

    private static final int NONCE = 16;
    private static final int SEAL = 24;

    private Pages() {}

    /** A name that nobody could guess, and that tells its owner from others without being kept anywhere. */
    static String name(Caller owner) {
        String nonce = UUID.randomUUID().toString().replace("-", "").substring(0, NONCE);
        return nonce + "-" + seal(nonce, owner);
    }

    static boolean isOf(String name, Caller caller) {
        int end = name.indexOf('-');
        return end == NONCE && name.substring(end + 1).equals(seal(name.substring(0, end), caller));
    }

    private static String seal(String nonce, Caller owner) {
        String text = String.join(
                "\n",
                nonce,
                owner.issuer(),
                owner.subject(),
                owner.client().orElse(""),
                owner.patient().orElse(""),
                owner.user().map(user -> user.reference()).orElse(""));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SEAL);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
