package org.cbthomework.demo.authorization;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * What a client may be granted at most.
 *
 * @param greatest the scopes it is registered with
 */
record ScopePolicy(Set<String> greatest) {

    static final String LAUNCH = "launch";

    ScopePolicy {
        greatest = Set.copyOf(greatest);
    }

    static ScopePolicy of(RegisteredClient client) {
        return new ScopePolicy(client.getScopes());
    }

    /** What is left of a wish on behalf of a person, in the order asked for; {@code launch} only where there is one. */
    Set<String> forPerson(Set<String> wished, boolean isLaunched) {
        return wished.stream()
                .filter(scope -> permits(scope)
                        && !isSystem(scope)
                        && !scope.equals(IntrospectingTokens.SCOPE)
                        && (isLaunched || !scope.equals(LAUNCH)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is left of a wish of the client for itself. */
    Set<String> forItself(Set<String> wished) {
        return wished.stream()
                .filter(scope -> permits(scope) && (isSystem(scope) || scope.equals(IntrospectingTokens.SCOPE)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the scopes are about one patient, who must then be known. */
    static boolean needPatient(Set<String> scopes) {
        return scopes.stream().anyMatch(scope -> scope.startsWith("patient/") || scope.equals("launch/patient"));
    }

    private boolean permits(String scope) {
        return Scope.of(scope)
                .map(asked -> greatest.stream()
                        .flatMap(most -> Scope.of(most).stream())
                        .anyMatch(most -> most.covers(asked)))
                .orElseGet(() -> greatest.contains(scope));
    }

    private static boolean isSystem(String scope) {
        return scope.startsWith("system/");
    }
}
