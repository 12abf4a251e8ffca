package org.cbthomework.plugin.access.token;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.plugin.access.scope.Level;
import org.cbthomework.plugin.access.scope.Permission;
import org.cbthomework.plugin.access.scope.Scope;

/**
 * Whoever presents a token, and what it grants.
 *
 * @param issuer the authorization server that vouches for all of it
 * @param subject what that server calls the user, or the client where there is no user
 * @param patient the id of the patient in whose context the app runs, if in one
 * @param stubs who of them is to be known here because the token names them
 * @param isTrustedWithSensitive whether, for {@code system/} scopes, it is agreed that the client sees sensitive notes
 */
public record Caller(
        String issuer,
        String subject,
        Optional<String> client,
        List<Scope> scopes,
        Optional<String> patient,
        Optional<FhirUser> user,
        List<Stub> stubs,
        boolean isTrustedWithSensitive) {

    public Caller {
        scopes = List.copyOf(scopes);
        stubs = List.copyOf(stubs);
    }

    /** The scopes that let something be done with a type, as far as the type alone decides. */
    public Stream<Scope> permitting(Permission permission, String type) {
        return scopes.stream().filter(scope -> scope.permits(permission, type));
    }

    /** Whether it is a system with which it is agreed that it may do everything. */
    public boolean isUnbounded() {
        return scopes.stream().anyMatch(scope -> scope.level() == Level.SYSTEM && scope.isUnbounded());
    }
}
