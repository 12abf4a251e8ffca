package org.cbthomework.launch.keys;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.cbthomework.launch.ehr.InvalidSetting;
import org.jspecify.annotations.Nullable;

/**
 * Seals what is written to the database so that neither it nor its backups give a token away: JWE, {@code dir} with
 * {@code A256GCM}. What is sealed says whose it is, and is opened for nobody else.
 */
public final class Sealing {

    private static final int BYTES = 32;
    private static final String OF = "of";

    private final SecretKey key;

    private Sealing(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * With the key that is configured, else with one kept in a file.
     *
     * @param configured 32 bytes in Base64
     * @throws InvalidSetting if the one configured is no such key
     */
    public static Sealing with(@Nullable String configured, Path file) {
        if (configured == null || configured.isBlank()) {
            return new Sealing(Base64.getDecoder().decode(new KeptFile(file).read(Sealing::made)));
        }
        try {
            byte[] key = Base64.getDecoder().decode(configured);
            if (key.length == BYTES) {
                return new Sealing(key);
            }
        } catch (IllegalArgumentException unreadable) {
            throw invalid();
        }
        throw invalid();
    }

    /** Seals a text for what is named. */
    public String seal(String text, String of) {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .customParam(OF, of)
                .build();
        JWEObject sealed = new JWEObject(header, new Payload(text));
        try {
            sealed.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("What is to be kept could not be sealed", e);
        }
        return sealed.serialize();
    }

    /**
     * Opens what was sealed.
     *
     * @throws IllegalStateException if it was sealed for something else, with another key, or was changed
     */
    public String open(String sealed, String of) {
        try {
            JWEObject parsed = JWEObject.parse(sealed);
            parsed.decrypt(new DirectDecrypter(key));
            if (of.equals(parsed.getHeader().getCustomParam(OF))) {
                return parsed.getPayload().toString();
            }
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("What was kept could not be opened; was the key changed?", e);
        }
        throw new IllegalStateException("What was kept is of another");
    }

    /** A name of 32 bytes for a text: the same for the same text, and nobody without the key tells which it is. */
    public byte[] name(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(("name " + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing in this Java", e);
        }
    }

    private static String made() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static InvalidSetting invalid() {
        return new InvalidSetting(
                "cbt-homework.app.key",
                "is no key of 32 bytes in Base64",
                "give one, as 'openssl rand -base64 32' makes it, or leave it out to have one made and kept");
    }
}
