package org.cbthomework.plugin.access;

import ca.uhn.fhir.context.FhirContext;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.scope.Level;
import org.cbthomework.plugin.access.scope.Permission;
import org.cbthomework.plugin.access.scope.Scope;
import org.cbthomework.plugin.access.token.FhirUser;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** Decides by what a resource says whether a scope is for it, and whether it may be shown. */
final class Contents {

    private final FhirContext fhir;
    private final Subjects subjects;
    private final Filters filters;
    private final Sensitivity sensitivity;
    private final Rules rules;

    Contents(FhirContext fhir, Subjects subjects, Filters filters, Sensitivity sensitivity, Rules rules) {
        this.fhir = fhir;
        this.subjects = subjects;
        this.filters = filters;
        this.sensitivity = sensitivity;
        this.rules = rules;
    }

    /** Whether a resource may be shown to whoever asked to read it, or to search for it. */
    boolean shows(Access access, Permission permission, IBaseResource resource) {
        return !rules.hold(Rule.SHOWN_IS_READABLE)
                || (isGranted(access, permission, resource) && isNotWithheld(access, resource));
    }

    /** Whether an answer that was computed from a resource may be given: what is granted is to read Observations. */
    boolean showsComputed(Access access, IBaseResource of) {
        return !rules.hold(Rule.SHOWN_IS_READABLE)
                || (access.permitting(Permission.READ, "Observation").stream()
                                .anyMatch(scope -> access.reach(scope).includes(subjects.of(of)))
                        && isNotWithheld(access, of));
    }

    /** Whether an Observation or a Task that was computed, and is stored nowhere, may be given to a caller. */
    boolean mayBeGiven(Access access, IBaseResource computed) {
        return !rules.hold(Rule.SHOWN_IS_READABLE)
                || (access.permitting(Permission.READ, "Observation").stream()
                                .anyMatch(scope -> access.reach(scope).includes(subjects.of(computed))
                                        && filters.areMet(scope, computed))
                        && isNotWithheld(access, computed));
    }

    /** Whether some scope is for doing something with this very resource. */
    boolean isGranted(Access access, Permission permission, IBaseResource resource) {
        Kind kind = Kind.of(fhir.getResourceType(resource));
        if (kind == Kind.DEFINITION && isReading(permission)) {
            return true;
        }
        return access.permitting(permission, fhir.getResourceType(resource)).stream()
                .anyMatch(
                        scope -> covers(access, scope, permission, kind, resource) && filters.areMet(scope, resource));
    }

    /** Whether nothing that is granted is withheld all the same: a draft of somebody else, or what is sensitive. */
    boolean isNotWithheld(Access access, IBaseResource resource) {
        return !isDraftOfAnother(access, resource) && sensitivity.shows(access, resource);
    }

    private boolean covers(Access access, Scope scope, Permission permission, Kind kind, IBaseResource resource) {
        if (scope.level() == Level.SYSTEM) {
            return true;
        }
        return switch (kind) {
            case OF_A_PATIENT -> access.reach(scope).includes(subjects.of(resource));
            case DIRECTORY -> isReading(permission);
            case AUDIT, OTHER -> isReading(permission) && access.isOpen(kind, scope);
            // Clinicians tailor worksheets.
            case DEFINITION ->
                access.isClinician()
                        && "Questionnaire".equals(fhir.getResourceType(resource))
                        && permission != Permission.DELETE;
        };
    }

    private boolean isDraftOfAnother(Access access, IBaseResource resource) {
        return access.isClinician()
                && resource instanceof QuestionnaireResponse response
                && response.getStatus() == QuestionnaireResponseStatus.INPROGRESS
                && !access.isSystem(Permission.READ, "QuestionnaireResponse")
                && !response.getAuthor()
                        .getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValueAsString()
                        .equals(access.caller().user().map(FhirUser::reference).orElse(""))
                && rules.hold(Rule.DRAFTS_ARE_THE_WRITERS);
    }

    private static boolean isReading(Permission permission) {
        return permission == Permission.READ || permission == Permission.SEARCH;
    }
}
