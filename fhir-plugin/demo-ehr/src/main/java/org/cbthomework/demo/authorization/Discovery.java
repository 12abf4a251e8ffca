package org.cbthomework.demo.authorization;

import java.util.List;
import java.util.Map;

/** What the server says of itself: less than Spring's own parts could do, and no more than is open. */
final class Discovery {

    private static final List<String> SCOPES = List.of(
            "openid",
            "fhirUser",
            "profile",
            "launch",
            "launch/patient",
            "launch/encounter",
            "offline_access",
            "online_access",
            "patient/*.cruds",
            "user/*.cruds",
            "system/*.cruds",
            IntrospectingTokens.SCOPE);

    private Discovery() {}

    static void correct(Map<String, Object> claims) {
        claims.keySet()
                .removeIf(name -> name.startsWith("device_")
                        || name.startsWith("pushed_")
                        || name.startsWith("end_session")
                        || name.startsWith("dpop_")
                        || name.startsWith("tls_"));
        List<String> confidential = List.of("client_secret_basic", "private_key_jwt");
        List<String> algorithms = List.of("RS384", "ES384");
        claims.put("scopes_supported", SCOPES);
        claims.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
        claims.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "private_key_jwt", "none"));
        claims.put("token_endpoint_auth_signing_alg_values_supported", algorithms);
        claims.put("introspection_endpoint_auth_methods_supported", confidential);
        claims.put("introspection_endpoint_auth_signing_alg_values_supported", algorithms);
        claims.put(
                "revocation_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "private_key_jwt", "none"));
        claims.put("revocation_endpoint_auth_signing_alg_values_supported", algorithms);
        claims.put("code_challenge_methods_supported", List.of("S256"));
        claims.put("authorization_response_iss_parameter_supported", true);
    }
}
