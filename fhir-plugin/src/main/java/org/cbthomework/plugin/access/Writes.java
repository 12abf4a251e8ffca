package org.cbthomework.plugin.access;

import ca.uhn.fhir.context.FhirContext;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.scope.Permission;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Decides what may be written, by what it says and by what it replaces. */
final class Writes {

    private static final Set<Permission> OF_PATIENTS = Set.of(Permission.CREATE, Permission.UPDATE);

    private final FhirContext fhir;
    private final Contents contents;
    private final References references;
    private final Authorship authorship;
    private final Predicate<IBaseResource> ofTheServer;
    private final Rules rules;

    /** @param ofTheServer which resources nobody but the server itself writes */
    Writes(
            FhirContext fhir,
            Contents contents,
            References references,
            Authorship authorship,
            Predicate<IBaseResource> ofTheServer,
            Rules rules) {
        this.fhir = fhir;
        this.contents = contents;
        this.references = references;
        this.authorship = authorship;
        this.ofTheServer = ofTheServer;
        this.rules = rules;
    }

    /** Whether a type may be written at all; whose resource it is, its content will tell. */
    boolean isPossible(Access access, Permission permission, String type) {
        if (access.isSystem(permission, type)) {
            return !isOfTheServer(type);
        }
        boolean isPatients = "QuestionnaireResponse".equals(type) && OF_PATIENTS.contains(permission);
        return !access.permitting(permission, type).isEmpty()
                && !isOfTheServer(type)
                && (access.isClinician() || isPatients || !rules.hold(Rule.PATIENTS_WRITE_RESPONSES_ONLY))
                && (!Kind.decidesAccess(type) || !rules.hold(Rule.ACCESS_IS_NOT_SELF_MADE));
    }

    /** Whether a resource may be stored as it is. */
    boolean mayStore(Access access, Permission permission, IBaseResource resource) {
        return mayTouch(access, permission, resource, Rule.WRITTEN_IS_OF_A_PATIENT_REACHED)
                && (access.isSystem(permission, fhir.getResourceType(resource))
                        ? isPlain(access, resource)
                        : isHonest(access, resource));
    }

    /** Whether a resource that is stored may be replaced or deleted. */
    boolean mayReplace(Access access, Permission permission, IBaseResource stored) {
        return mayTouch(access, permission, stored, Rule.WRITTEN_OVER_WAS_OF_A_PATIENT_REACHED)
                && (access.isSystem(permission, fhir.getResourceType(stored))
                        || contents.isNotWithheld(access, stored));
    }

    private boolean mayTouch(Access access, Permission permission, IBaseResource resource, Rule whose) {
        return isPossible(access, permission, fhir.getResourceType(resource))
                && !isKept(resource)
                && (contents.isGranted(access, permission, resource) || !rules.hold(whose));
    }

    /** Whether a resource is one that the server alone writes. */
    boolean isKept(IBaseResource resource) {
        return ofTheServer.test(resource) && rules.hold(Rule.SERVER_KEEPS_ITS_OWN);
    }

    private boolean isPlain(Access access, IBaseResource resource) {
        return access.caller().isUnbounded()
                || references.areNotSearched(resource)
                || !rules.hold(Rule.REFERENCES_STAY_WITHIN_REACH);
    }

    private boolean isHonest(Access access, IBaseResource resource) {
        boolean isAuthors = Optional.of(resource)
                .filter(QuestionnaireResponse.class::isInstance)
                .map(QuestionnaireResponse.class::cast)
                .filter(response -> !authorship.isTrue(access, response))
                .isEmpty();
        return (isAuthors || !rules.hold(Rule.AUTHOR_IS_WHO_WRITES))
                && (references.stayWithin(access.reach(), resource) || !rules.hold(Rule.REFERENCES_STAY_WITHIN_REACH));
    }

    private boolean isOfTheServer(String type) {
        return Kind.of(type) == Kind.AUDIT && rules.hold(Rule.SERVER_KEEPS_ITS_OWN);
    }
}
