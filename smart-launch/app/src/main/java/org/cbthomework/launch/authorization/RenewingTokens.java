package org.cbthomework.launch.authorization;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.time.Clock;
import java.time.Instant;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.ehr.Ehrs;
import org.cbthomework.launch.launches.Grant;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.launches.Launches;
import org.jspecify.annotations.Nullable;

/** Renews the tokens of a launch before they end, one request at a time: a refresh token may be good for one use. */
public final class RenewingTokens {

    private final Ehrs ehrs;
    private final Launches launches;
    private final TokenEndpoint tokens;
    private final Clock clock;

    public RenewingTokens(Ehrs ehrs, Launches launches, TokenEndpoint tokens, Clock clock) {
        this.ehrs = ehrs;
        this.launches = launches;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * The launch with a token that is good.
     *
     * @throws LaunchRefused with {@link Refusal#OVER} if there is none to be had, after which the launch is no more, or
     *     with {@link Refusal#AWAY} if the EHR does not answer now
     */
    public Launch renewed(Launch launch) {
        if (!launch.grant().isDue(clock.instant())) {
            return launch;
        }
        Ehr ehr = ehrs.of(launch.issuer()).orElseThrow(() -> over("its EHR is not registered any more", null));
        try {
            return launches.change(launch.id(), current -> renewed(current, ehr))
                    .orElseThrow(() -> over("it was ended meanwhile", ehr));
        } catch (LaunchRefused refused) {
            if (refused.refusal() == Refusal.OVER) {
                launches.remove(launch.id());
            }
            throw refused;
        }
    }

    /**
     * The launch as it is while its token can be used at all, and else as {@link #renewed}.
     *
     * @throws LaunchRefused as there
     */
    public Launch usable(Launch launch) {
        return launch.grant().isGood(clock.instant()) ? launch : renewed(launch);
    }

    private Launch renewed(Launch current, Ehr ehr) {
        Instant now = clock.instant();
        Grant grant = current.grant();
        String refreshToken = grant.refreshToken();
        if (!grant.isDue(now) || (refreshToken == null && grant.isGood(now))) {
            return current;
        }
        if (refreshToken == null) {
            throw over("its token has ended, and there is none to renew it", ehr);
        }
        try {
            AccessTokenResponse answer =
                    tokens.ask(ehr, current.tokenEndpoint(), new RefreshTokenGrant(new RefreshToken(refreshToken)));
            checkPatient(answer, current, ehr);
            Grant renewed = TokenEndpoint.grant(answer, grant.scopes().granted(), refreshToken, clock.instant());
            return current.with(HomeworkBeside.agreed(ehr, current.context(), renewed));
        } catch (LaunchRefused refused) {
            if (refused.refusal() == Refusal.AWAY && grant.isGood(now)) {
                return current;
            }
            throw refused.refusal() == Refusal.NOT_GRANTED ? over(refused.detail(), ehr) : refused;
        }
    }

    /** A launch is about one patient for as long as it lasts. */
    private static void checkPatient(AccessTokenResponse answer, Launch current, Ehr ehr) {
        Object told = answer.getCustomParameters().get("patient");
        if (told != null && !current.context().isOfPatient(told.toString())) {
            throw over("its renewed token is about another patient", ehr);
        }
    }

    private static LaunchRefused over(String detail, @Nullable Ehr ehr) {
        return new LaunchRefused(Refusal.OVER, "the launch is over: " + detail, ehr);
    }
}
