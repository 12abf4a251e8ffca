package org.cbthomework.plugin.access.token;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;

/**
 * Who a token is about, by their ids on this server.
 *
 * @param stubs those of them who are somebody at an EHR, and here only because a grant names them
 */
record People(Optional<String> patient, Optional<FhirUser> user, List<Stub> stubs) {

    /** Whoever is in context by anything else would be several, or a search. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    /** A Person may stand for several: which of them signed in, it does not say. */
    private static final Set<String> OF_AN_EHR = Set.of("Patient", "Practitioner", "PractitionerRole", "RelatedPerson");

    /** Those of this server. A user who is named, and is nobody here, is not the same as none: they are not the patient. */
    static People here(Claims claims, Set<String> bases, Rules rules) {
        Optional<FhirUser> user = claims.text("fhirUser").flatMap(claim -> FhirUser.parse(claim, bases));
        boolean isStranger = user.isEmpty() && claims.has("fhirUser") && rules.hold(Rule.NAMED_USER_IS_KNOWN);
        return new People(patient(claims), isStranger ? Optional.of(FhirUser.STRANGER) : user, List.of());
    }

    /** Those of an EHR, whom this server knows by stubs. Whoever is here of right cannot be named so. */
    static People at(String ehr, Claims claims) {
        Optional<Stub> patient = patient(claims)
                .map(id -> new Stub(
                        "Patient",
                        ehr,
                        id,
                        claims.text("patient_zone").filter(ZoneId.getAvailableZoneIds()::contains),
                        Optional.empty()));
        Optional<Stub> user = claims.text("fhirUser")
                .flatMap(claim -> FhirUser.parse(claim, Set.of(ehr)))
                .flatMap(named -> user(named, ehr, patient));
        Optional<FhirUser> known = user.map(stub -> new FhirUser(stub.type(), stub.id()));
        return new People(
                patient.map(Stub::id),
                known.isEmpty() && claims.has("fhirUser") ? Optional.of(FhirUser.STRANGER) : known,
                Stream.concat(patient.stream(), user.filter(stub -> !stub.type().equals("Patient")).stream())
                        .toList());
    }

    private static Optional<Stub> user(FhirUser named, String ehr, Optional<Stub> patient) {
        boolean isProxy = named.type().equals("RelatedPerson");
        Optional<String> of = isProxy ? patient.map(Stub::id) : Optional.empty();
        return OF_AN_EHR.contains(named.type()) && (!isProxy || of.isPresent())
                ? Optional.of(new Stub(named.type(), ehr, named.id(), Optional.empty(), of))
                : Optional.empty();
    }

    private static Optional<String> patient(Claims claims) {
        return claims.text("patient").filter(id -> ID.matcher(id).matches());
    }
}
