package org.cbthomework.plugin.access.token;

import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.scope.Scope;
import org.cbthomework.plugin.access.token.TrustedIssuer.SystemClient;

/** What is granted of the scopes that a token names: what is no scope grants nothing, and nobody grants what is not theirs. */
final class Granted {

    private Granted() {}

    static List<Scope> of(List<String> words, TrustedIssuer issuer, SystemClient agreed, Rules rules) {
        List<Scope> asked =
                words.stream().map(Scope::parse).flatMap(Optional::stream).toList();
        if (!rules.hold(Rule.ISSUER_GRANTS_WHAT_IT_MAY)) {
            return asked;
        }
        return asked.stream()
                .flatMap(scope -> limits(scope, issuer, agreed).stream()
                        .map(scope::within)
                        .flatMap(Optional::stream))
                .distinct()
                .toList();
    }

    private static List<Scope> limits(Scope scope, TrustedIssuer issuer, SystemClient agreed) {
        return switch (scope.level()) {
            case SYSTEM -> agreed.scopes();
            case PATIENT, USER -> issuer.mayGrant();
        };
    }
}
