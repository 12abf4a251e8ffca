package org.cbthomework.plugin.access.token;

import com.nimbusds.jwt.JWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;

/** What the grants of an app have to be beyond other tokens: each is for one launch by one EHR, for minutes, and for here alone. */
final class LaunchGrants {

    private static final String TYPE = "at+jwt";
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Duration skew;
    private final Rules rules;

    /** @param skew how far the clock of an app may be ahead of ours */
    LaunchGrants(Duration skew, Rules rules) {
        this.skew = skew;
        this.rules = rules;
    }

    /**
     * The EHR by which the app was launched.
     *
     * @throws InvalidToken if it is no such grant, or the app does not speak for that EHR
     */
    String ehr(TrustedIssuer app, JWT token, Claims claims, Instant now) throws InvalidToken {
        if (rules.hold(Rule.GRANT_IS_OF_ONE_LAUNCH)) {
            refuseUnless(
                    token.getHeader().getType() != null
                            && TYPE.equals(token.getHeader().getType().getType()),
                    "The token is no grant of a launch: its typ is not " + TYPE);
            refuseUnless(claims.text("jti").isPresent(), "The grant has no jti");
            refuseUnless(claims.words("aud").size() == 1, "The grant is meant for several servers");
            refuseLong(claims, now);
        }
        Optional<String> ehr = claims.text("ehr").map(TrustedIssuer::withoutSlash);
        boolean isSpokenFor =
                ehr.filter(app.speaksFor()::contains).isPresent() || !rules.hold(Rule.APP_SPEAKS_FOR_ITS_EHRS);
        refuseUnless(isSpokenFor, "The grant is for a launch by an EHR that its issuer does not speak for");
        return ehr.orElse("");
    }

    private void refuseLong(Claims claims, Instant now) throws InvalidToken {
        Instant issued =
                claims.moment("iat").orElseThrow(() -> new InvalidToken("The grant does not say when it was issued"));
        Instant end = claims.moment("exp").orElse(Instant.MAX);
        refuseUnless(!issued.isAfter(now.plus(skew)), "The grant is issued in the future");
        refuseUnless(!end.isAfter(issued.plus(LONGEST)), "The grant is for longer than 5 minutes");
    }

    private static void refuseUnless(boolean isRight, String reason) throws InvalidToken {
        if (!isRight) {
            throw new InvalidToken(reason);
        }
    }
}
