package org.cbthomework.launch.harness;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.util.Map;

/** PKCE as a server sees it. */
final class Challenge {

    private Challenge() {}

    /** Whether the verifier of a token request belongs to the authorization request, by S256, at the same redirect URI. */
    static boolean isMet(Map<String, String> request, Map<String, String> form) {
        String verifier = form.getOrDefault("code_verifier", "");
        return verifier.length() >= 43
                && "S256".equals(request.get("code_challenge_method"))
                && CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                        .getValue()
                        .equals(request.get("code_challenge"))
                && String.valueOf(request.get("redirect_uri")).equals(form.get("redirect_uri"));
    }
}
