package org.cbthomework.plugin.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryMatchResult;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.Optional;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.scope.Scope;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Holds resources against the search criteria of scopes, in memory; what cannot be told is not met. */
final class Filters {

    private final FhirContext fhir;
    private final Optional<SearchParamMatcher> matcher;
    private final Rules rules;

    /** @param matcher none where the server has none: then no scope with criteria grants anything */
    Filters(FhirContext fhir, Optional<SearchParamMatcher> matcher, Rules rules) {
        this.fhir = fhir;
        this.matcher = matcher;
        this.rules = rules;
    }

    boolean areMet(Scope scope, IBaseResource resource) {
        return !rules.hold(Rule.SCOPE_FILTERS_ARE_MET)
                || scope.filters().stream().allMatch(filter -> isMet(filter, resource));
    }

    private boolean isMet(String filter, IBaseResource resource) {
        try {
            InMemoryMatchResult result = matcher.orElseThrow(IllegalStateException::new)
                    .match(fhir.getResourceType(resource) + "?" + filter, resource, new SystemRequestDetails());
            return result.supported() && result.matched();
        } catch (BaseServerResponseException | IllegalStateException cannotTell) {
            return false;
        }
    }
}
