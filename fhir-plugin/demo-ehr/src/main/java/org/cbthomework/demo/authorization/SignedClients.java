package org.cbthomework.demo.authorization;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads {@code private_key_jwt}; unlike Spring's own part, without a client_id too, which SMART clients need not send. */
final class SignedClients implements AuthenticationConverter {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    /** As the provider that decodes the assertion wants it. */
    private static final ClientAuthenticationMethod METHOD = new ClientAuthenticationMethod(TYPE);

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String[] assertions = request.getParameterValues("client_assertion");
        String[] types = request.getParameterValues("client_assertion_type");
        if (assertions == null && types == null) {
            return null;
        }
        if (assertions == null || assertions.length != 1 || types == null || types.length != 1) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        if (!TYPE.equals(types[0])) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        String client = subject(assertions[0]);
        String told = request.getParameter("client_id");
        if (client == null || (told != null && !told.equals(client))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, METHOD, assertions[0], others(request));
    }

    private static Map<String, Object> others(HttpServletRequest request) {
        Map<String, Object> others = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("client_") && values.length == 1) {
                others.put(name, values[0]);
            }
        });
        return others;
    }

    /** Whom the assertion names, not verified yet. */
    private static @Nullable String subject(String assertion) {
        try {
            return SignedJWT.parse(assertion).getJWTClaimsSet().getSubject();
        } catch (ParseException unreadable) {
            return null;
        }
    }
}
