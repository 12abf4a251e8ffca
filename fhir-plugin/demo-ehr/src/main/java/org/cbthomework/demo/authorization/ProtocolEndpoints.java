package org.cbthomework.demo.authorization;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2TokenEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.JwtClientAssertionAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.session.DisableEncodeUrlFilter;

/** The endpoints of OAuth and OpenID Connect, and where Spring's parts are told what SMART wants of them. */
@Configuration(proxyBeanMethods = false)
class ProtocolEndpoints {

    private static final String AUTHORIZE = "/oauth2/authorize";

    private final Issuer issuer;
    private final Clients clients;
    private final Authorizations authorizations;
    private final Assertions assertions;
    private final Launches launches;
    private final Users users;
    private final Charts charts;

    ProtocolEndpoints(
            Issuer issuer,
            Clients clients,
            Authorizations authorizations,
            Assertions assertions,
            Launches launches,
            Users users,
            Charts charts) {
        this.issuer = issuer;
        this.clients = clients;
        this.authorizations = authorizations;
        this.assertions = assertions;
        this.launches = launches;
        this.users = users;
        this.charts = charts;
    }

    /** Without an issuer: {@link OwnAddress} tells it to each request, once the port is known. */
    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    /** Each consent is for once: who has withheld a scope today is not held to what was given yesterday. */
    @Bean
    OAuth2AuthorizationConsentService consents() {
        return new NothingRemembered();
    }

    @Bean
    @Order(2)
    SecurityFilterChain protocolChain(HttpSecurity http, JWKSource<SecurityContext> keys) throws Exception {
        JwtGenerator signed = new JwtGenerator(new NimbusJwtEncoder(keys));
        signed.setJwtCustomizer(new TokenClaims(issuer, users));
        http.securityMatcher(SecurityChains.anyOf(List.of(
                        AUTHORIZE,
                        "/oauth2/token",
                        "/oauth2/introspect",
                        "/oauth2/revoke",
                        "/oauth2/jwks",
                        "/userinfo",
                        "/.well-known/openid-configuration",
                        "/.well-known/oauth-authorization-server")))
                .with(
                        OAuth2AuthorizationServerConfigurer.authorizationServer(),
                        server -> server.tokenGenerator(new DelegatingOAuth2TokenGenerator(signed, new RefreshTokens()))
                                .clientAuthentication(this::clientAuthentication)
                                .authorizationEndpoint(this::authorizationEndpoint)
                                .tokenEndpoint(this::tokenEndpoint)
                                .tokenIntrospectionEndpoint(endpoint -> endpoint.authenticationProviders(
                                        all -> all.add(0, new IntrospectingTokens(authorizations))))
                                .authorizationServerMetadataEndpoint(
                                        endpoint -> endpoint.authorizationServerMetadataCustomizer(
                                                metadata -> metadata.claims(Discovery::correct)))
                                .oidc(oidc -> oidc.providerConfigurationEndpoint(
                                        endpoint -> endpoint.providerConfigurationCustomizer(
                                                metadata -> metadata.claims(Discovery::correct)))))
                .oauth2ResourceServer(bearer ->
                        bearer.jwt(jwt -> jwt.decoder(OAuth2AuthorizationServerConfiguration.jwtDecoder(keys))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(missing -> missing.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"),
                                SecurityChains.anyOf(List.of(AUTHORIZE)))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), request -> true))
                .cors(cors -> cors.configurationSource(new CrossOrigins(clients)))
                .headers(SecurityChains::forPages)
                .addFilterBefore(new OwnAddress(issuer), DisableEncodeUrlFilter.class)
                .addFilterBefore(new PostedRequests(), DisableEncodeUrlFilter.class);
        return http.build();
    }

    private void clientAuthentication(OAuth2ClientAuthenticationConfigurer endpoint) {
        PublicClients publicClients = new PublicClients(clients);
        endpoint.authenticationConverters(all -> {
            all.removeIf(JwtClientAssertionAuthenticationConverter.class::isInstance);
            all.add(0, new SignedClients());
            all.add(publicClients);
        });
        endpoint.authenticationProviders(all -> {
            all.add(0, publicClients);
            all.forEach(provider -> {
                if (provider instanceof JwtClientAssertionAuthenticationProvider signed) {
                    signed.setJwtDecoderFactory(assertions);
                }
            });
        });
    }

    private void authorizationEndpoint(OAuth2AuthorizationEndpointConfigurer endpoint) {
        AuthorizationResponses responses = new AuthorizationResponses(issuer);
        endpoint.consentPage("/consent")
                .authorizationRequestConverters(all -> all.replaceAll(reading -> new NarrowedScopes(reading, clients)))
                .authenticationProviders(all -> all.replaceAll(this::withContext))
                .authorizationResponseHandler(responses)
                .errorResponseHandler(responses);
    }

    private AuthenticationProvider withContext(AuthenticationProvider provider) {
        if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
            Launching launching = new Launching(requests, authorizations, launches);
            requests.setAuthenticationValidator(new RequestRules(issuer));
            requests.setAuthorizationConsentRequired(launching::needsConsent);
            return launching;
        }
        return provider instanceof OAuth2AuthorizationConsentAuthenticationProvider
                ? new Consenting(provider, authorizations, users, charts)
                : provider;
    }

    private void tokenEndpoint(OAuth2TokenEndpointConfigurer endpoint) {
        OAuth2AccessTokenResponseAuthenticationSuccessHandler responses =
                new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
        responses.setAccessTokenResponseCustomizer(new ContextInResponse(authorizations));
        endpoint.accessTokenResponseHandler(responses)
                .accessTokenRequestConverters(all -> all.replaceAll(reading -> new NarrowedScopes(reading, clients)))
                .authenticationProviders(all -> all.forEach(provider -> {
                    if (provider instanceof OAuth2ClientCredentialsAuthenticationProvider itself) {
                        itself.setAuthenticationValidator(RequestRules::check);
                    }
                }));
    }
}
