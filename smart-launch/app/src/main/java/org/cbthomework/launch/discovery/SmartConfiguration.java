package org.cbthomework.launch.discovery;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What {@code .well-known/smart-configuration} says, as far as the app needs it; the endpoints belong to the EHR.
 *
 * @param issuer who signs id_tokens and answers authorization requests
 * @param revocationEndpoint null where tokens cannot be given back
 * @param namesItself whether each answer to an authorization request is said to carry {@code iss}, as in RFC 9207
 */
public record SmartConfiguration(
        URI authorizationEndpoint,
        URI tokenEndpoint,
        @Nullable URI revocationEndpoint,
        @Nullable String issuer,
        boolean namesItself) {}
