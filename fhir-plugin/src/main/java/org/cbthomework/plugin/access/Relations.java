package org.cbthomework.plugin.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.token.FhirUser;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.RelatedPerson;

/** Whom a user may see, from what is stored: patients themselves, proxies their patient, clinicians those in their care. */
final class Relations {

    private static final int MAJORITY_YEARS = 18;
    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int MOST_REMEMBERED = 10_000;
    /** What another node has changed is seen after so long; what this one has, at once. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final Stored stored;
    private final LoadingTies loading;
    private final Clock clock;
    private final Rules rules;
    private final Cache<String, Ties> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    Relations(Stored stored, LoadingTies loading, Clock clock, Rules rules) {
        this.stored = stored;
        this.loading = loading;
        this.clock = clock;
        this.rules = rules;
    }

    Standing of(FhirUser user) {
        return switch (user.type()) {
            case "Patient" -> new Standing(Set.of(user.id()), Set.of());
            case "RelatedPerson" -> ofProxy(user.id());
            case "Practitioner" -> ofPractitioner(user.id());
            case "PractitionerRole" ->
                practitioner(user.id()).map(this::ofPractitioner).orElse(Standing.NONE);
            // A Person may stand for several; which of them signed in, it does not say.
            default -> Standing.NONE;
        };
    }

    /** Looks everything up again: what access depends on has changed. */
    void forgetAll() {
        remembered.invalidateAll();
    }

    private Standing ofPractitioner(String id) {
        return remembered.get(id, loading::of).at(clock.instant(), rules);
    }

    private Optional<String> practitioner(String role) {
        return stored.find(PractitionerRole.class, role)
                .filter(found -> !found.hasActive() || found.getActive())
                .filter(found -> Span.of(found.getPeriod()).includes(clock.instant()))
                .flatMap(found -> LocalReference.stored(found.getPractitioner().getReferenceElement()))
                .flatMap(local -> local.idOf("Practitioner"));
    }

    private Standing ofProxy(String id) {
        return stored.find(RelatedPerson.class, id)
                .filter(this::isCurrent)
                .flatMap(proxy -> LocalReference.stored(proxy.getPatient().getReferenceElement()))
                .flatMap(local -> local.idOf("Patient"))
                .map(patient -> new Standing(Set.of(patient), Set.of()))
                .orElse(Standing.NONE);
    }

    private boolean isCurrent(RelatedPerson proxy) {
        boolean holds = proxy.getActive() && Span.of(proxy.getPeriod()).includes(clock.instant());
        return (holds || !rules.hold(Rule.PROXY_IS_CURRENT))
                && !(hasEndedWithChildhood(proxy) && rules.hold(Rule.PROXY_ENDS_AT_MAJORITY));
    }

    /** A mandate that was given before the patient came of age, or at a time unknown, is not theirs. */
    private boolean hasEndedWithChildhood(RelatedPerson proxy) {
        Instant given = Span.of(proxy.getPeriod()).start();
        return stored.find(
                        Patient.class, proxy.getPatient().getReferenceElement().getIdPart())
                .map(Patient::getBirthDateElement)
                .filter(birth -> birth.getValueAsString() != null)
                .map(birth -> majority(birth.getValueAsString()))
                .filter(majority -> !clock.instant().isBefore(majority))
                .filter(given::isBefore)
                .isPresent();
    }

    /** The day on which somebody is of age for certain, where only the month or the year of birth is known. */
    private static Instant majority(String birthDate) {
        LocalDate born = switch (birthDate.length()) {
            case YEAR -> LocalDate.parse(birthDate + "-12-31");
            case MONTH -> LocalDate.parse(birthDate + "-01").plusMonths(1).minusDays(1);
            default -> LocalDate.parse(birthDate);
        };
        return born.plusYears(MAJORITY_YEARS).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
