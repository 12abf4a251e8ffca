package org.cbthomework.plugin.access;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.scope.Level;
import org.hl7.fhir.instance.model.api.IBaseCoding;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;

/**
 * What is labelled as a psychotherapy note, or as restricted: shown by a role, by a consent that names the reader, or to
 * whom it is about. Psychotherapy notes are kept from the patient too.
 */
final class Sensitivity {

    private static final String NOTE = "http://terminology.hl7.org/CodeSystem/v3-ActCode|PSYTHPN";
    private static final String RESTRICTED = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality|R";
    private static final String VERY_RESTRICTED = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality|V";

    static final List<String> LABELS = List.of(NOTE, RESTRICTED, VERY_RESTRICTED);

    private final Stored stored;
    private final Subjects subjects;
    private final Clock clock;
    private final Rules rules;

    Sensitivity(Stored stored, Subjects subjects, Clock clock, Rules rules) {
        this.stored = stored;
        this.subjects = subjects;
        this.clock = clock;
        this.rules = rules;
    }

    boolean shows(Access access, IBaseResource resource) {
        List<String> labels = resource.getMeta().getSecurity().stream()
                .map(Sensitivity::written)
                .filter(LABELS::contains)
                .toList();
        return labels.isEmpty() || !rules.hold(Rule.SENSITIVE_WANTS_CONSENT_OR_ROLE) || opens(access, resource, labels);
    }

    /** Whether no label is opened to a caller by anything but their being the patient: their searches leave them out. */
    boolean isClosedTo(Access access, String label) {
        boolean isOwn = !NOTE.equals(label) && isPatient(access);
        return rules.hold(Rule.SENSITIVE_WANTS_CONSENT_OR_ROLE)
                && !isOwn
                && !opensAll(access)
                && consents(access).isEmpty();
    }

    private boolean opens(Access access, IBaseResource resource, List<String> labels) {
        if (opensAll(access) || (!labels.contains(NOTE) && isPatient(access))) {
            return true;
        }
        Set<String> patients = subjects.of(resource);
        return consents(access).stream()
                .filter(consent -> patients.equals(subjects.of(consent)))
                .anyMatch(consent -> labels.stream().allMatch(label -> isNamed(consent.getProvision(), label)));
    }

    private static boolean opensAll(Access access) {
        boolean isTrustedSystem = access.caller().isTrustedWithSensitive()
                && access.caller().scopes().stream().anyMatch(scope -> scope.level() == Level.SYSTEM);
        return isTrustedSystem || access.hasRole(Roles.SENSITIVE_NOTES);
    }

    private static boolean isPatient(Access access) {
        return access.caller()
                .user()
                .map(user -> "Patient".equals(user.type()))
                .orElse(access.caller().patient().isPresent());
    }

    /** What patients have consented to show to a user, and stands now. */
    private List<Consent> consents(Access access) {
        return access.caller()
                .user()
                .map(user -> stored.referring(Consent.class, "actor", user.reference()).stream()
                        .filter(consent -> consent.getStatus() == ConsentState.ACTIVE)
                        .filter(consent -> consent.getProvision().getType() == ConsentProvisionType.PERMIT)
                        .filter(consent ->
                                Span.of(consent.getProvision().getPeriod()).includes(clock.instant()))
                        .toList())
                .orElse(List.of());
    }

    private static boolean isNamed(ProvisionComponent provision, String label) {
        return provision.getSecurityLabel().stream().map(Sensitivity::written).anyMatch(label::equals);
    }

    private static String written(IBaseCoding label) {
        return label.getSystem() + "|" + label.getCode();
    }
}
