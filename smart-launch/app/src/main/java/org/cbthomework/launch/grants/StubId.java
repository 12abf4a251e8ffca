package org.cbthomework.launch.grants;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The id under which a homework server knows somebody of an EHR. */
public final class StubId {

    /** Of addresses, <a href="https://www.rfc-editor.org/rfc/rfc9562#section-6.6">RFC 9562</a>. */
    private static final UUID NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private static final int VERSION = 6;
    private static final int VARIANT = 8;

    private StubId() {}

    /**
     * The UUID of version 5 of the address at the EHR.
     *
     * @param address the FHIR base, the type and the id, as {@code https://ehr.example.org/fhir/Patient/1}
     */
    public static String of(String address) {
        byte[] name = address.getBytes(StandardCharsets.UTF_8);
        byte[] hash = sha1().digest(ByteBuffer.allocate(2 * Long.BYTES + name.length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(name)
                .array());
        hash[VERSION] = (byte) ((hash[VERSION] & 0x0f) | 0x50);
        hash[VARIANT] = (byte) ((hash[VARIANT] & 0x3f) | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is missing in this Java", e);
        }
    }
}
