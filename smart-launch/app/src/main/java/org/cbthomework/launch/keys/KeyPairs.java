package org.cbthomework.launch.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Making key pairs, and reading and writing them as a JWK set. */
final class KeyPairs {

    private static final int RSA_BITS = 3072;

    private KeyPairs() {}

    /** One for each algorithm, good from a moment on. */
    static List<JWK> made(Instant from) {
        Date notBefore = from.equals(Instant.EPOCH) ? null : Date.from(from);
        try {
            return List.of(rsa(notBefore), ec(notBefore));
        } catch (JOSEException e) {
            throw new IllegalStateException("No keys could be made", e);
        }
    }

    static JWKSet parsed(KeptFile file, String text) {
        try {
            return JWKSet.parse(text);
        } catch (ParseException e) {
            throw new IllegalStateException(file + " is no JWK set; remove the file to have keys made anew", e);
        }
    }

    static String text(List<JWK> some, List<JWK> others) {
        return new JWKSet(Stream.concat(some.stream(), others.stream()).toList()).toString(false);
    }

    private static JWK rsa(@Nullable Date notBefore) throws JOSEException {
        return new RSAKeyGenerator(RSA_BITS)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS384)
                .notBeforeTime(notBefore)
                .keyIDFromThumbprint(true)
                .generate();
    }

    static JWK ec(@Nullable Date notBefore) throws JOSEException {
        return new ECKeyGenerator(Curve.P_384)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES384)
                .notBeforeTime(notBefore)
                .keyIDFromThumbprint(true)
                .generate();
    }
}
