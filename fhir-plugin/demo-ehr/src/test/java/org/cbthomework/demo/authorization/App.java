package org.cbthomework.demo.authorization;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cbthomework.demo.authorization.Web.Page;
import org.jspecify.annotations.Nullable;

/**
 * A SMART app, as a test wants it.
 *
 * @param secret null for a public one
 */
record App(String base, String id, @Nullable String secret) {

    static final String REDIRECT = "https://app.example.org/callback";
    static final String VERIFIER = "a-verifier-that-nobody-guesses-0123456789-abcdefgh";
    static final String SCOPES = "openid fhirUser profile launch launch/patient launch/encounter offline_access"
            + " online_access patient/*.cruds user/*.cruds";

    /** Registers an app that may ask for whatever there is for people. */
    static App registered(Clients clients, String base, String id, @Nullable String secret) {
        clients.register(
                id,
                new Registration(
                        "App <b>" + id + "</b>",
                        SCOPES,
                        List.of(URI.create(REDIRECT)),
                        secret,
                        null,
                        null,
                        List.of(),
                        false));
        return new App(base, id, secret);
    }

    /** The parameters of an authorization request; further ones follow as name and value. */
    Map<String, Object> asking(String scope, String... further) {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                id,
                "redirect_uri",
                REDIRECT,
                "scope",
                scope,
                "state",
                "state & more",
                "aud",
                base + "/fhir",
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256"));
        for (int i = 0; i < further.length; i += 2) {
            parameters.put(further[i], further[i + 1]);
        }
        return parameters;
    }

    Page ask(Web browser, Map<String, Object> parameters) {
        return browser.get("/oauth2/authorize?" + Web.encoded(parameters));
    }

    /** Asks, and has the person consent to some scopes, of a patient where one is chosen. */
    Page consent(Web browser, String scope, String granted, @Nullable String patient) {
        Page asked = ask(browser, asking(scope));
        String state = browser.get(asked.location()).hidden("state");
        Map<String, Object> answer = new HashMap<>(Map.of("client_id", id, "state", state));
        if (!granted.isEmpty()) {
            answer.put("scope", Arrays.asList(granted.split(" ")));
        }
        if (patient != null) {
            answer.put("patient", patient);
        }
        return browser.post("/oauth2/authorize", answer);
    }

    /** Has the person consent to all that is asked for, and fetches the tokens. */
    Page tokens(Web browser, String scope, @Nullable String patient) {
        return exchange(code(consent(browser, scope, scope, patient)));
    }

    static String code(Page answer) {
        return Objects.requireNonNull(answer.sent("code"), answer::location);
    }

    Page exchange(String code) {
        return exchange(code, VERIFIER);
    }

    Page exchange(String code, String verifier) {
        return token(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", REDIRECT,
                "code_verifier", verifier));
    }

    Page refresh(Page tokens, String... further) {
        Map<String, Object> form =
                new HashMap<>(Map.of("grant_type", "refresh_token", "refresh_token", tokens.told("refresh_token")));
        for (int i = 0; i < further.length; i += 2) {
            form.put(further[i], further[i + 1]);
        }
        return token(form);
    }

    /** Posts to the token endpoint as this client. */
    Page token(Map<String, ?> form) {
        return post("/oauth2/token", form);
    }

    Page introspect(String token) {
        return post("/oauth2/introspect", Map.of("token", token));
    }

    Page revoke(String token) {
        return post("/oauth2/revoke", Map.of("token", token));
    }

    private Page post(String path, Map<String, ?> form) {
        if (secret != null) {
            return new Web(base).post(path, form, "Authorization", basic(id, secret));
        }
        Map<String, Object> all = new HashMap<>(form);
        all.put("client_id", id);
        return new Web(base).post(path, all);
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new AssertionError(token, e);
        }
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
