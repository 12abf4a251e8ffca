package org.cbthomework.demo.authorization;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;

/** Takes what a person consented to, and of which patient, where the launch has not told it. */
final class Consenting implements AuthenticationProvider {

    private final AuthenticationProvider checking;
    private final Authorizations authorizations;
    private final Users users;
    private final Charts charts;

    Consenting(AuthenticationProvider checking, Authorizations authorizations, Users users, Charts charts) {
        this.checking = checking;
        this.authorizations = authorizations;
        this.users = users;
        this.charts = charts;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication request) {
        Authentication answer = checking.authenticate(request);
        if (!(request instanceof OAuth2AuthorizationConsentAuthenticationToken consented)
                || !(answer instanceof OAuth2AuthorizationCodeRequestAuthenticationToken granted)) {
            return answer;
        }
        OAuth2Authorization authorization = authorizations.begun(granted);
        Optional<LaunchContext> context = context(authorization, granted.getScopes(), consented);
        if (context.isEmpty()) {
            authorizations.remove(authorization);
            throw RequestRules.refused(
                    granted, OAuth2ErrorCodes.ACCESS_DENIED, "no patient was chosen whose chart may be opened");
        }
        authorizations.save(OAuth2Authorization.from(authorization)
                .attribute(LaunchContext.ATTRIBUTE, context.get())
                .build());
        return answer;
    }

    @Override
    public boolean supports(Class<?> type) {
        return checking.supports(type);
    }

    private Optional<LaunchContext> context(
            OAuth2Authorization authorization,
            Set<String> granted,
            OAuth2AuthorizationConsentAuthenticationToken consented) {
        LaunchContext launched = ContextInResponse.of(authorization);
        if (launched.patient().isPresent() || !ScopePolicy.needPatient(granted)) {
            return Optional.of(launched);
        }
        return consented.getAdditionalParameters().get("patient") instanceof String patient
                ? charts.open(users.person(authorization.getPrincipalName()), patient)
                        .map(chart -> told(launched, chart, granted))
                : Optional.empty();
    }

    private static LaunchContext told(LaunchContext launched, Chart chart, Set<String> granted) {
        LaunchContext told = launched.patient(chart.patient()).needPatientBanner(true);
        return chart.encounter() != null && granted.contains("launch/encounter")
                ? told.encounter(chart.encounter())
                : told;
    }
}
