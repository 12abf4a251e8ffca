package org.cbthomework.launch.ehr;

/** How the app proves to a token endpoint who it is. */
public sealed interface Credential {

    /** A public client: it proves nothing. */
    record None() implements Credential {}

    /** {@code client_secret_basic}. */
    record Secret(String value) implements Credential {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Secret";
        }
    }

    /**
     * {@code private_key_jwt}.
     *
     * @param algorithm by which the assertion is signed
     * @param sendsClientId whether {@code client_id} is sent beside it, which some EHRs want and others refuse
     */
    record Signature(Algorithm algorithm, boolean sendsClientId) implements Credential {}

    /** The algorithms that SMART App Launch has clients sign by. */
    enum Algorithm {
        RS384,
        ES384
    }
}
