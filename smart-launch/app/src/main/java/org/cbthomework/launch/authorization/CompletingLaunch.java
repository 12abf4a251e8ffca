package org.cbthomework.launch.authorization;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cbthomework.launch.discovery.Discovering;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.ehr.Ehrs;
import org.cbthomework.launch.launches.Browser;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.launches.LaunchContext;
import org.cbthomework.launch.launches.LaunchId;
import org.cbthomework.launch.launches.Launches;
import org.cbthomework.launch.launches.PendingLaunch;
import org.cbthomework.launch.launches.PendingLaunches;
import org.jspecify.annotations.Nullable;

/** Takes the answer of the EHR's authorization server, and what is granted for it. */
public final class CompletingLaunch {

    private final Ehrs ehrs;
    private final PendingLaunches pending;
    private final Launches launches;
    private final TokenEndpoint tokens;
    private final Discovering discovering;
    private final IdTokens idTokens;
    private final Clock clock;
    private final URI callback;
    private final Duration lifetime;

    public CompletingLaunch(
            Ehrs ehrs,
            PendingLaunches pending,
            Launches launches,
            TokenEndpoint tokens,
            Discovering discovering,
            Clock clock,
            URI callback,
            Duration lifetime) {
        this.ehrs = ehrs;
        this.pending = pending;
        this.launches = launches;
        this.tokens = tokens;
        this.discovering = discovering;
        this.idTokens = new IdTokens(discovering);
        this.clock = clock;
        this.callback = callback;
        this.lifetime = lifetime;
    }

    /**
     * A launch that is open.
     *
     * @param worksheet the id of the Task whose worksheet was asked for, by the user or by the EHR; whose it is, is to be
     *     looked up. Null if none was
     */
    public record Completed(Launch launch, @Nullable String worksheet) {}

    /**
     * Opens the launch that was begun by this browser.
     *
     * @param answer the parameters with which the browser came back
     * @throws LaunchRefused unless the answer is to a request of this browser, and all that it brings is right
     */
    public Completed complete(Map<String, List<String>> answer, Browser browser) {
        try {
            return completed(answer, browser);
        } catch (LaunchRefused refused) {
            // What is known of the EHR may be out of date: the next launch asks it anew.
            refused.ehr().ifPresent(discovering::forget);
            throw refused;
        }
    }

    private Completed completed(Map<String, List<String>> answer, Browser browser) {
        PendingLaunch begun = begun(answer, browser);
        Ehr ehr = ehrs.of(begun.issuer())
                .orElseThrow(() -> new LaunchRefused(Refusal.UNKNOWN_EHR, "iss is not registered any more", null));
        AuthorizationResponse response = read(answer, ehr);
        checkWhoAnswers(response.getIssuer(), begun, ehr);
        if (!response.indicatesSuccess()) {
            throw refused(response, ehr);
        }
        AccessTokenResponse granted = tokens.ask(
                ehr,
                begun.tokenEndpoint(),
                new AuthorizationCodeGrant(
                        response.toSuccessResponse().getAuthorizationCode(),
                        callback,
                        new CodeVerifier(begun.verifier())));
        LaunchContext context = new ContextReader(ehr).read(granted.getCustomParameters(), user(granted, begun, ehr));
        Launch launch = new Launch(
                LaunchId.next(),
                ehr.issuer(),
                begun.tokenEndpoint(),
                begun.revocationEndpoint(),
                context,
                HomeworkBeside.agreed(
                        ehr, context, TokenEndpoint.grant(granted, begun.scopes(), null, clock.instant())),
                clock.instant().plus(lifetime));
        launches.add(launch, browser);
        return new Completed(launch, begun.worksheet() == null ? context.occasion() : begun.worksheet());
    }

    private PendingLaunch begun(Map<String, List<String>> answer, Browser browser) {
        if (answer.values().stream().anyMatch(values -> values.size() != 1)) {
            throw new LaunchRefused(Refusal.STATE, "a parameter of the answer comes more than once", null);
        }
        return answer.getOrDefault("state", List.of()).stream()
                .findFirst()
                .flatMap(state -> pending.take(state, browser))
                .orElseThrow(() -> new LaunchRefused(
                        Refusal.STATE, "state is missing, over, or of no request of this browser", null));
    }

    private AuthorizationResponse read(Map<String, List<String>> answer, Ehr ehr) {
        try {
            return AuthorizationResponse.parse(callback, answer);
        } catch (ParseException unreadable) {
            throw new LaunchRefused(
                    Refusal.NOT_GRANTED, "the answer carries neither a code nor an error", ehr, unreadable);
        }
    }

    /** RFC 9207: an answer of another authorization server may be meant to have a code sent to the wrong one. */
    private static void checkWhoAnswers(@Nullable Issuer told, PendingLaunch begun, Ehr ehr) {
        boolean isRight = told == null ? !begun.namesItself() : told.getValue().equals(begun.authorizationServer());
        if (!isRight) {
            throw new LaunchRefused(
                    Refusal.ANSWERED_BY_ANOTHER,
                    told == null
                            ? "iss is missing from the answer, though the EHR says it is there"
                            : "iss of the answer is not the issuer that smart-configuration tells",
                    ehr);
        }
    }

    private static LaunchRefused refused(AuthorizationResponse response, Ehr ehr) {
        String code = response.toErrorResponse().getErrorObject().getCode();
        return OAuth2Error.ACCESS_DENIED.getCode().equals(code)
                ? new LaunchRefused(Refusal.DENIED, "the EHR answers access_denied", ehr)
                : new LaunchRefused(Refusal.NOT_GRANTED, "the EHR answers " + TokenEndpoint.shown(code), ehr);
    }

    private @Nullable String user(AccessTokenResponse granted, PendingLaunch begun, Ehr ehr) {
        return TokenEndpoint.idToken(granted)
                .map(token -> idTokens.verify(ehr, begun.authorizationServer(), token, new Nonce(begun.nonce())))
                .map(claims -> claims.getStringClaim("fhirUser"))
                .orElse(null);
    }
}
