package org.cbthomework.launch.grants;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.keys.SigningKeys;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.launches.LaunchId;
import org.cbthomework.launch.launches.Scopes;
import org.jspecify.annotations.Nullable;

/**
 * Grants a launch at the homework server beside its EHR what the EHR granted it, as far as it is about homework: signed by
 * the app, for minutes, and never for longer than the launch and what it was granted last.
 */
public final class GrantingLaunches {

    /** What homework is made of; of the EHR's other kinds the homework server has none. */
    private static final List<String> KINDS = List.of(
            "Patient",
            "Practitioner",
            "Questionnaire",
            "ActivityDefinition",
            "PlanDefinition",
            "CarePlan",
            "Goal",
            "ServiceRequest",
            "Task",
            "QuestionnaireResponse",
            "Observation",
            "Communication");

    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** One that ends so soon is not used any more: it may be over when it arrives. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final int MOST_REMEMBERED = 10_000;
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES384;

    private final SigningKeys keys;
    private final String app;
    private final Clock clock;
    private final Map<Of, LaunchGrant> granted = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Of, LaunchGrant> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** @param app where it is: homework servers trust it by that name */
    public GrantingLaunches(SigningKeys keys, String app, Clock clock) {
        this.keys = keys;
        this.app = app;
        this.clock = clock;
    }

    /** With other scopes it is another grant. */
    private record Of(LaunchId launch, Scopes scopes) {}

    /**
     * The grant of a launch that is current, minted anew if it is about to end.
     *
     * @param homework the FHIR base of the homework server, which is the audience
     * @param zone where the patient lives; asked once for each launch
     */
    public LaunchGrant of(Launch launch, Ehr ehr, String homework, Supplier<Optional<String>> zone) {
        Of key = new Of(launch.id(), launch.grant().scopes());
        LaunchGrant known = remembered(key);
        if (known != null && clock.instant().plus(MARGIN).isBefore(known.ends())) {
            return known;
        }
        LaunchGrant minted = mint(launch, ehr, homework, known == null ? zone.get() : known.zone());
        synchronized (granted) {
            granted.put(key, minted);
        }
        return minted;
    }

    private @Nullable LaunchGrant remembered(Of key) {
        synchronized (granted) {
            return granted.get(key);
        }
    }

    private LaunchGrant mint(Launch launch, Ehr ehr, String homework, Optional<String> zone) {
        Instant now = clock.instant();
        Instant ends = Stream.of(
                        now.plus(LONGEST), launch.ends(), launch.grant().ends())
                .min(Instant::compareTo)
                .orElseThrow();
        String user = launch.context().fhirUser();
        String patient = launch.context().patient();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(app)
                .audience(homework)
                .subject(
                        user != null
                                ? ehr.address(user)
                                : patient != null ? ehr.address("Patient/" + patient) : ehr.address(""))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(ends))
                .claim("client_id", app)
                .claim("ehr", ehr.base())
                .claim("patient", patient)
                .claim("patient_zone", zone.orElse(null))
                .claim("fhirUser", user == null ? null : ehr.address(user))
                .claim("scope", launch.grant().scopes().about(KINDS).toString())
                .build();
        return new LaunchGrant(signed(claims), zone, ends);
    }

    private String signed(JWTClaimsSet claims) {
        JWK key = keys.of(ALGORITHM);
        SignedJWT grant = new SignedJWT(
                new JWSHeader.Builder(ALGORITHM)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            grant.sign(new DefaultJWSSignerFactory().createJWSSigner(key, ALGORITHM));
        } catch (JOSEException e) {
            throw new IllegalStateException("The app's key does not sign by " + ALGORITHM, e);
        }
        return grant.serialize();
    }
}
