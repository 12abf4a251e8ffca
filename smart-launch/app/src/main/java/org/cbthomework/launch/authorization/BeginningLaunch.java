package org.cbthomework.launch.authorization;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cbthomework.launch.discovery.Discovering;
import org.cbthomework.launch.discovery.DiscoveryFailed;
import org.cbthomework.launch.discovery.SmartConfiguration;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.ehr.Ehrs;
import org.cbthomework.launch.launches.Browser;
import org.cbthomework.launch.launches.PendingLaunch;
import org.cbthomework.launch.launches.PendingLaunches;
import org.jspecify.annotations.Nullable;

/** Sends the user to the EHR's authorization server, from within the EHR or by itself. */
public final class BeginningLaunch {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String LAUNCH = "launch";

    private final Ehrs ehrs;
    private final Discovering discovering;
    private final PendingLaunches pending;
    private final Clock clock;
    private final URI callback;

    public BeginningLaunch(Ehrs ehrs, Discovering discovering, PendingLaunches pending, Clock clock, URI callback) {
        this.ehrs = ehrs;
        this.discovering = discovering;
        this.pending = pending;
        this.clock = clock;
        this.callback = callback;
    }

    /**
     * Where the user is to go.
     *
     * @param issuer what {@code iss} says, believed by nobody
     * @param launch the EHR's handle; null if the app begins by itself
     * @param worksheet the id of the Task whose worksheet the user is to be led to; null if none
     * @param browser asked only once the EHR is known
     * @throws LaunchRefused if the issuer is not registered, in which case nothing is asked of it, or cannot be asked
     */
    public URI begin(
            @Nullable String issuer, @Nullable String launch, @Nullable String worksheet, Supplier<Browser> browser) {
        if (issuer == null || issuer.isEmpty()) {
            throw new LaunchRefused(Refusal.NO_EHR, "iss is missing", null);
        }
        Ehr ehr = ehrs.of(issuer)
                .orElseThrow(() -> new LaunchRefused(Refusal.UNKNOWN_EHR, "iss is not registered", null));
        SmartConfiguration configuration = configuration(ehr);
        List<String> scopes = scopes(ehr, launch);
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        pending.add(
                new PendingLaunch(
                        state.getValue(),
                        nonce.getValue(),
                        verifier.getValue(),
                        ehr.issuer(),
                        configuration.tokenEndpoint(),
                        configuration.revocationEndpoint(),
                        configuration.issuer(),
                        configuration.namesItself(),
                        scopes,
                        worksheet,
                        clock.instant().plus(PATIENCE)),
                browser.get());
        AuthorizationRequest.Builder request = new AuthorizationRequest.Builder(
                        ResponseType.CODE, new ClientID(ehr.clientId()))
                .endpointURI(configuration.authorizationEndpoint())
                .redirectionURI(callback)
                .scope(new Scope(scopes.toArray(String[]::new)))
                .state(state)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .customParameter("nonce", nonce.getValue())
                .customParameter("aud", ehr.issuer());
        return (launch == null ? request : request.customParameter(LAUNCH, launch))
                .build()
                .toURI();
    }

    private SmartConfiguration configuration(Ehr ehr) {
        try {
            return discovering.discover(ehr);
        } catch (DiscoveryFailed failed) {
            throw new LaunchRefused(Refusal.NOT_FOUND_OUT, String.valueOf(failed.getMessage()), ehr, failed);
        }
    }

    /** {@code launch} means the context of the EHR, and is for launches from there alone. */
    private static List<String> scopes(Ehr ehr, @Nullable String launch) {
        Stream<String> others = ehr.scopes().stream().filter(scope -> !scope.equals(LAUNCH));
        return (launch == null ? others : Stream.concat(Stream.of(LAUNCH), others)).toList();
    }
}
