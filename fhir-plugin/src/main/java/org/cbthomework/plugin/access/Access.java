package org.cbthomework.plugin.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.scope.Level;
import org.cbthomework.plugin.access.scope.Permission;
import org.cbthomework.plugin.access.scope.Scope;
import org.cbthomework.plugin.access.token.Caller;
import org.cbthomework.plugin.access.token.FhirUser;
import org.jspecify.annotations.Nullable;

/** What one request may do: its caller, and whom they reach, looked up once. The entries of a bundle share it. */
final class Access {

    private static final String KEY = Access.class.getName();
    private static final Set<String> CLINICIANS = Set.of("Practitioner", "PractitionerRole");

    private final Caller caller;
    private final Relations relations;
    private final Rules rules;
    private @Nullable Standing standing;

    Access(Caller caller, Relations relations, Rules rules) {
        this.caller = caller;
        this.relations = relations;
        this.rules = rules;
    }

    /** Of a request of a client; nothing for what the server does by itself. */
    static Optional<Access> of(@Nullable RequestDetails request) {
        return request == null
                ? Optional.empty()
                : Optional.ofNullable((Access) request.getUserData().get(KEY));
    }

    void attachTo(RequestDetails request) {
        request.getUserData().put(KEY, this);
    }

    Caller caller() {
        return caller;
    }

    /** The scopes that let something be done with a type, as far as the type alone decides. */
    List<Scope> permitting(Permission permission, String type) {
        Stream<Scope> found = rules.hold(Rule.SCOPE_HAS_THE_LETTER)
                ? caller.permitting(permission, type)
                : Stream.of(Permission.values())
                        .flatMap(any -> caller.permitting(any, type))
                        .distinct();
        return found.toList();
    }

    /** Whether something may be done with all resources of a type, whosever they are. */
    boolean isSystem(Permission permission, String type) {
        return permitting(permission, type).stream()
                .anyMatch(scope ->
                        scope.level() == Level.SYSTEM && scope.filters().isEmpty());
    }

    /** Whose data a scope reaches. */
    Reach reach(Scope scope) {
        return switch (scope.level()) {
            case SYSTEM -> new Reach.Everyone();
            case USER ->
                rules.hold(Rule.USER_REACHES_THE_PATIENT) ? new Reach.Patients(ofUser()) : new Reach.Everyone();
            case PATIENT ->
                rules.hold(Rule.PATIENT_IS_THE_ONE_IN_CONTEXT) ? new Reach.Patients(inContext()) : new Reach.Everyone();
        };
    }

    /** Whom all scopes together reach. */
    Reach reach() {
        return Reach.union(caller.scopes().stream().map(this::reach).toList());
    }

    /** The patient in context, as long as a user who is named may see them. */
    private Set<String> inContext() {
        boolean isSeen = caller.user().isEmpty()
                || !rules.hold(Rule.USER_REACHES_THE_PATIENT)
                || caller.patient().filter(ofUser()::contains).isPresent();
        return isSeen ? asSet(caller.patient()) : Set.of();
    }

    /** Whom the user may see. A clinician sees the patient of the launch too: the issuer vouches for that chart. */
    private Set<String> ofUser() {
        Set<String> patients = new HashSet<>(standing().patients());
        if (isClinician()) {
            patients.addAll(asSet(caller.patient()));
        }
        return patients;
    }

    /** Whether a scope can be for some resource of a kind, whosever it is. */
    boolean isOpen(Kind kind, Scope scope) {
        if (scope.level() == Level.SYSTEM) {
            return true;
        }
        return switch (kind) {
            case OF_A_PATIENT, DIRECTORY, DEFINITION -> true;
            case AUDIT ->
                !rules.hold(Rule.AUDIT_IS_FOR_AUDITORS) || (scope.level() == Level.USER && hasRole(Roles.AUDITOR));
            case OTHER -> !rules.hold(Rule.WHAT_IS_NOBODYS_IS_FOR_SYSTEMS);
        };
    }

    boolean isClinician() {
        return caller.user().map(FhirUser::type).filter(CLINICIANS::contains).isPresent();
    }

    boolean hasRole(String role) {
        return standing().roles().contains(role);
    }

    private Standing standing() {
        Standing known = standing;
        if (known == null) {
            known = caller.user().map(relations::of).orElse(Standing.NONE);
            standing = known;
        }
        return known;
    }

    private static Set<String> asSet(Optional<String> value) {
        return value.map(Set::of).orElse(Set.of());
    }
}
