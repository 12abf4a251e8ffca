package org.cbthomework.launch.authorization;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.exchange.Exchanging;
import org.cbthomework.launch.launches.Grant;
import org.cbthomework.launch.launches.Scopes;
import org.jspecify.annotations.Nullable;

/** Asks an EHR for tokens. */
public final class TokenEndpoint {

    /** Where the EHR does not say how long a token lasts, as RFC 6749 allows. */
    private static final Duration UNTOLD = Duration.ofMinutes(5);

    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;

    private final Exchanging http;
    private final ClientRequests requests;

    public TokenEndpoint(Exchanging http, ClientRequests requests) {
        this.http = http;
        this.requests = requests;
    }

    /**
     * Exchanges a grant for tokens.
     *
     * @throws LaunchRefused with {@link Refusal#AWAY} if another try may do, else {@link Refusal#NOT_GRANTED}
     */
    AccessTokenResponse ask(Ehr ehr, URI endpoint, AuthorizationGrant grant) {
        HTTPResponse answer;
        try {
            answer = requests.token(ehr, endpoint, grant).send(http);
        } catch (IOException e) {
            throw new LaunchRefused(Refusal.AWAY, "the token endpoint gives no answer: " + e.getMessage(), ehr, e);
        }
        if (answer.getStatusCode() >= SERVER_ERROR || answer.getStatusCode() == TOO_MANY) {
            throw new LaunchRefused(Refusal.AWAY, "the token endpoint answers status " + answer.getStatusCode(), ehr);
        }
        return read(answer, ehr);
    }

    private static AccessTokenResponse read(HTTPResponse answer, Ehr ehr) {
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(answer);
            if (response.indicatesSuccess()) {
                return response.toSuccessResponse();
            }
            throw new LaunchRefused(
                    Refusal.NOT_GRANTED,
                    "the token endpoint answers "
                            + shown(response.toErrorResponse().getErrorObject().getCode()),
                    ehr);
        } catch (ParseException unreadable) {
            throw new LaunchRefused(
                    Refusal.NOT_GRANTED,
                    "the token endpoint answers status " + answer.getStatusCode() + " with no token response",
                    ehr,
                    unreadable);
        }
    }

    /**
     * What the answer grants.
     *
     * @param asked the scopes that are granted where the answer tells none
     * @param before the refresh token that is kept where the answer brings none
     */
    static Grant grant(AccessTokenResponse answer, List<String> asked, @Nullable String before, Instant now) {
        var access = answer.getTokens().getAccessToken();
        RefreshToken refresh = answer.getTokens().getRefreshToken();
        Duration lifetime = access.getLifetime() > 0 ? Duration.ofSeconds(access.getLifetime()) : UNTOLD;
        return new Grant(
                access.getScope() == null
                        ? Scopes.of(asked)
                        : Scopes.of(access.getScope().toStringList()),
                access.getValue(),
                now.plus(lifetime),
                refresh == null ? before : refresh.getValue());
    }

    static Optional<JWT> idToken(AccessTokenResponse answer) {
        return answer instanceof OIDCTokenResponse identity
                ? Optional.ofNullable(identity.getOIDCTokens().getIDToken())
                : Optional.empty();
    }

    /** An error code as it may be shown: whatever else stands in its place is not repeated. */
    static String shown(@Nullable String code) {
        return code != null && code.matches("[a-z_]{1,40}") ? code : "an error without a code";
    }
}
