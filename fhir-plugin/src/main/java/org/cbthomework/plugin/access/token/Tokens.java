package org.cbthomework.plugin.access.token;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.token.TrustedIssuer.Introspection;
import org.cbthomework.plugin.access.token.TrustedIssuer.Keys;
import org.cbthomework.plugin.access.token.TrustedIssuer.SystemClient;

/** Reads bearer tokens: who asks, and what they were granted. */
public final class Tokens {

    /** How far the clock of an issuer may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final Supplier<List<TrustedIssuer>> issuers;
    private final Supplier<String> base;
    private final Rules rules;
    private final Clock clock;
    private final Map<Keys, SignedTokens> signed = new ConcurrentHashMap<>();
    private final Map<Introspection, IntrospectedTokens> introspected = new ConcurrentHashMap<>();

    /**
     * @param base the FHIR base of this server, for which tokens have to be meant
     * @param clock the machine's time: a token is as old as it is, whatever moment a demo stands still at
     */
    public Tokens(Supplier<List<TrustedIssuer>> issuers, Supplier<String> base, Rules rules, Clock clock) {
        this.issuers = issuers;
        this.base = base;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Verifies a token.
     *
     * @throws InvalidToken if it is not to be accepted
     * @throws Unverifiable if nobody can tell now
     */
    public Caller verify(String token) throws InvalidToken, Unverifiable {
        Optional<JWT> jwt = parse(token);
        if (jwt.isEmpty()) {
            return introspect(token);
        }
        TrustedIssuer issuer = issuer(jwt.get());
        Claims claims = issuer.verification() instanceof Keys keys
                ? verifySignature(keys, jwt.get())
                : asking((Introspection) issuer.verification()).verify(token);
        return caller(issuer, claims, issuer.isApp() ? ofAnEhr(issuer, jwt.get(), claims) : ofHere(issuer, claims));
    }

    private static Optional<JWT> parse(String token) {
        try {
            return Optional.of(JWTParser.parse(token));
        } catch (ParseException opaque) {
            return Optional.empty();
        }
    }

    private TrustedIssuer issuer(JWT token) throws InvalidToken {
        String name = new Claims(claims(token)).text("iss").orElse("");
        Optional<TrustedIssuer> named = issuers.get().stream()
                .filter(each -> each.issuer().equals(name))
                .findFirst();
        if (named.isEmpty() && !rules.hold(Rule.ISSUER_IS_TRUSTED)) {
            List<TrustedIssuer> all = issuers.get();
            return all.get(all.size() - 1);
        }
        return named.orElseThrow(() -> new InvalidToken("The token is of an unknown issuer"));
    }

    private static Map<String, Object> claims(JWT token) throws InvalidToken {
        try {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (claims == null) {
                throw new InvalidToken("The token is encrypted");
            }
            return claims.getClaims();
        } catch (ParseException unreadable) {
            throw new InvalidToken("The token cannot be read", unreadable);
        }
    }

    private Claims verifySignature(Keys keys, JWT token) throws InvalidToken, Unverifiable {
        return rules.hold(Rule.TOKEN_IS_SIGNED)
                ? signed.computeIfAbsent(keys, each -> new SignedTokens(each.jwks()))
                        .verify(token)
                : new Claims(claims(token));
    }

    /** An opaque token names no issuer: each that is asked about tokens is asked about this one. */
    private Caller introspect(String token) throws InvalidToken, Unverifiable {
        for (TrustedIssuer issuer : issuers.get()) {
            if (issuer.verification() instanceof Introspection introspection) {
                try {
                    Claims claims = asking(introspection).verify(token);
                    return caller(issuer, claims, ofHere(issuer, claims));
                } catch (InvalidToken another) {
                    // Perhaps the next one's.
                }
            }
        }
        throw new InvalidToken("The token cannot be read");
    }

    private IntrospectedTokens asking(Introspection introspection) {
        return introspected.computeIfAbsent(introspection, IntrospectedTokens::new);
    }

    private Caller caller(TrustedIssuer issuer, Claims claims, People people) throws InvalidToken {
        refuseStale(claims);
        refuseForeign(issuer, claims);
        Optional<String> client = claims.text("client_id").or(() -> claims.text("azp"));
        SystemClient agreed = client.map(issuer.clients()::get).orElse(new SystemClient(List.of(), false));
        return new Caller(
                issuer.issuer(),
                claims.text("sub").or(() -> client).orElse(""),
                client,
                Granted.of(claims.words("scope"), issuer, agreed, rules),
                people.patient(),
                people.user(),
                people.stubs(),
                agreed.isTrustedWithSensitive());
    }

    private People ofHere(TrustedIssuer issuer, Claims claims) {
        Set<String> bases = new HashSet<>(issuer.fhirBases());
        bases.add(base.get());
        return People.here(claims, bases, rules);
    }

    private People ofAnEhr(TrustedIssuer app, JWT token, Claims claims) throws InvalidToken {
        return People.at(new LaunchGrants(CLOCK_SKEW, rules).ehr(app, token, claims, clock.instant()), claims);
    }

    private void refuseStale(Claims claims) throws InvalidToken {
        if (!rules.hold(Rule.TOKEN_IS_CURRENT)) {
            return;
        }
        Instant now = clock.instant();
        Instant end =
                claims.moment("exp").orElseThrow(() -> new InvalidToken("The token does not say when it expires"));
        if (!now.isBefore(end)) {
            throw new InvalidToken("The token has expired");
        }
        if (claims.moment("nbf").filter(now.plus(CLOCK_SKEW)::isBefore).isPresent()) {
            throw new InvalidToken("The token is not valid yet");
        }
    }

    /** An answer to introspection need not name an audience: it is given to this server about a token shown to it. */
    private void refuseForeign(TrustedIssuer issuer, Claims claims) throws InvalidToken {
        List<String> audience = claims.words("aud");
        boolean isOurs = audience.isEmpty()
                ? issuer.verification() instanceof Introspection
                : audience.contains(base.get()) || audience.contains(base.get() + "/");
        if (!isOurs && rules.hold(Rule.AUDIENCE_IS_THIS_SERVER)) {
            throw new InvalidToken("The token is meant for another server");
        }
        if (issuer.tenant().isPresent()
                && !issuer.tenant().equals(claims.text("tenant"))
                && rules.hold(Rule.TENANT_IS_THIS_ONE)) {
            throw new InvalidToken("The token is of another tenant");
        }
    }
}
