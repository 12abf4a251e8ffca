package org.cbthomework.plugin.access;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.scope.Scope;
import org.cbthomework.plugin.access.token.Caller;
import org.cbthomework.plugin.access.token.InvalidToken;
import org.cbthomework.plugin.access.token.Tokens;
import org.cbthomework.plugin.access.token.Unverifiable;

/** Learns from the bearer token who asks. Only what says how to get one is open to everybody. */
final class Authentication {

    private static final String SCHEME = "Bearer ";
    private static final String CAPABILITIES = "metadata";

    private final Tokens tokens;
    private final Relations relations;
    private final Stubs stubs;
    private final Rules rules;

    Authentication(Tokens tokens, Relations relations, Stubs stubs, Rules rules) {
        this.tokens = tokens;
        this.relations = relations;
        this.stubs = stubs;
        this.rules = rules;
    }

    static boolean isPublic(RequestDetails request) {
        return request.getRestOperationType() == RestOperationTypeEnum.METADATA;
    }

    /** @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 401 without a good token, 503 if nobody can tell */
    void authenticate(RequestDetails request) {
        List<String> headers = request.getHeaders("Authorization");
        if (headers.isEmpty()) {
            authenticateNobody(request);
            return;
        }
        String header = headers.get(0);
        if (headers.size() > 1 || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Denial.withoutToken();
        }
        try {
            attach(request, tokens.verify(header.substring(SCHEME.length()).trim()));
        } catch (InvalidToken invalid) {
            throw Denial.unauthenticated(invalid.reason());
        } catch (Unverifiable away) {
            throw Denial.unverifiable();
        }
    }

    private void authenticateNobody(RequestDetails request) {
        boolean asksForCapabilities =
                request.getRequestType() == RequestTypeEnum.GET && CAPABILITIES.equals(request.getRequestPath());
        if (asksForCapabilities) {
            return;
        }
        if (rules.hold(Rule.TOKEN_IS_PRESENTED)) {
            throw Denial.withoutToken();
        }
        attach(request, anybody());
    }

    private void attach(RequestDetails request, Caller caller) {
        new Access(caller, relations, rules).attachTo(request);
        // Known by now: the trail says of a refusal whose it was.
        stubs.keep(caller.stubs());
    }

    private static Caller anybody() {
        List<Scope> all = Scope.parse("system/*.cruds").stream().toList();
        return new Caller("", "", Optional.empty(), all, Optional.empty(), Optional.empty(), List.of(), false);
    }
}
