package org.cbthomework.demo.authorization;

import java.time.Duration;
import java.util.List;
import org.cbthomework.demo.patients.Person;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What tokens say beside what RFC 9068 and OpenID Connect have them say: the scope as one string, patient, fhirUser. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** The most that SMART recommends. */
    private static final Duration BACKEND_LIFETIME = Duration.ofMinutes(5);

    private final Issuer issuer;
    private final Users users;

    TokenClaims(Issuer issuer, Users users) {
        this.issuer = issuer;
        this.users = users;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.RS256);
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            access(context);
        } else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            identity(context);
        }
    }

    private void access(JwtEncodingContext context) {
        LaunchContext told = ContextInResponse.of(context.getAuthorization());
        context.getClaims()
                .audience(List.of(issuer.fhirBase()))
                .claim("client_id", context.getRegisteredClient().getClientId())
                .claim("scope", String.join(" ", context.getAuthorizedScopes()));
        told.patient().ifPresent(patient -> context.getClaims().claim("patient", patient));
        told.encounter().ifPresent(encounter -> context.getClaims().claim("encounter", encounter));
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            context.getClaims().claim("fhirUser", fhirUser(person(context)));
        } else if (isBackendService(context)) {
            context.getClaims()
                    .expiresAt(context.getClaims().build().getIssuedAt().plus(BACKEND_LIFETIME));
        }
    }

    private static boolean isBackendService(JwtEncodingContext context) {
        return context.getRegisteredClient()
                .getClientAuthenticationMethods()
                .contains(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    }

    private void identity(JwtEncodingContext context) {
        if (context.getAuthorizedScopes().contains("fhirUser")) {
            context.getClaims().claim("fhirUser", fhirUser(person(context)));
        }
        if (context.getAuthorizedScopes().contains("profile")) {
            context.getClaims()
                    .claim("name", person(context).name())
                    .claim("preferred_username", person(context).login());
        }
    }

    private Person person(JwtEncodingContext context) {
        return users.person(context.getPrincipal().getName());
    }

    private String fhirUser(Person person) {
        return issuer.fhirBase() + "/" + person.resource();
    }
}
