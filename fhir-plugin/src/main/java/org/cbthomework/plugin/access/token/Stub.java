package org.cbthomework.plugin.access.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody of an EHR, as far as a server beside that EHR needs to know them. The id here follows from the address there, so
 * that an app can tell it without asking, two EHRs never share one, and it is stored once whoever comes first.
 *
 * @param type Patient, Practitioner, PractitionerRole or RelatedPerson
 * @param ehr the FHIR base of the EHR, without a slash at its end
 * @param value the id there
 * @param zone where a patient lives, an IANA name, if that was told
 * @param patient for a RelatedPerson, the id here of the patient whose they are
 */
public record Stub(String type, String ehr, String value, Optional<String> zone, Optional<String> patient) {

    /** Of addresses, <a href="https://www.rfc-editor.org/rfc/rfc9562#section-6.6">RFC 9562</a>. */
    private static final UUID NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private static final int VERSION = 6;
    private static final int VARIANT = 8;

    /** The id here: the UUID of version 5 of the address there. */
    public String id() {
        byte[] hash = sha1().digest(ByteBuffer.allocate(2 * Long.BYTES + address().length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(address())
                .array());
        hash[VERSION] = (byte) ((hash[VERSION] & 0x0f) | 0x50);
        hash[VARIANT] = (byte) ((hash[VARIANT] & 0x3f) | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    private byte[] address() {
        return (ehr + "/" + type + "/" + value).getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is missing in this Java", e);
        }
    }
}
