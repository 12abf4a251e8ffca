package org.cbthomework.launch.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;

/** The two key pairs the app signs with, RS384 and ES384, made at the first start and kept in a file. */
public final class SigningKeys {

    private static final int RSA_BITS = 3072;

    private final Path file;
    private final JWKSet keys;

    public SigningKeys(Path file) {
        this.file = file;
        this.keys = parsed(new KeptFile(file).read(SigningKeys::made));
    }

    /** The private key of an algorithm. */
    public JWK of(JWSAlgorithm algorithm) {
        return keys.getKeys().stream()
                .filter(key -> algorithm.equals(key.getAlgorithm()) && key.isPrivate())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        file + " has no private key for " + algorithm + "; remove the file to have both made anew"));
    }

    /** The public halves, to be published. */
    public JWKSet published() {
        return keys.toPublicJWKSet();
    }

    private JWKSet parsed(String text) {
        try {
            return JWKSet.parse(text);
        } catch (ParseException e) {
            throw new IllegalStateException(file + " is no JWK set; remove the file to have keys made anew", e);
        }
    }

    private static String made() {
        try {
            List<JWK> made = List.of(
                    new RSAKeyGenerator(RSA_BITS)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS384)
                            .keyIDFromThumbprint(true)
                            .generate(),
                    new ECKeyGenerator(Curve.P_384)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES384)
                            .keyIDFromThumbprint(true)
                            .generate());
            return new JWKSet(made).toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException("No keys could be made", e);
        }
    }
}
