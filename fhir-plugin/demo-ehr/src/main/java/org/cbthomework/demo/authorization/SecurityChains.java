package org.cbthomework.demo.authorization;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What is open to whom: the FHIR interface to all, for the plugin guards it; the pages; and nothing else. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String LOGIN = "/login";

    /** Neither session nor form: a matcher of strings would not see HAPI's servlet. */
    @Bean
    @Order(1)
    SecurityFilterChain fhirChain(HttpSecurity http, Clients clients) throws Exception {
        return http.securityMatcher(anyOf(List.of(Issuer.FHIR_PATH + "/**")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(cors -> cors.configurationSource(new CrossOrigins(clients)))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pagesChain(HttpSecurity http, Clients clients) throws Exception {
        return http.securityMatcher(anyOf(List.of(
                        "/",
                        LOGIN,
                        "/logout",
                        "/consent",
                        "/charts/**",
                        "/my-homework",
                        "/practice-book.css",
                        "/favicon.svg",
                        "/smart-style.json",
                        "/error")))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                anyOf(List.of(LOGIN, "/practice-book.css", "/favicon.svg", "/smart-style.json")))
                        .permitAll()
                        .requestMatchers(anyOf(List.of("/error")))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new SignInFlood(), UsernamePasswordAuthenticationFilter.class)
                .formLogin(form -> form.loginPage(LOGIN).defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutSuccessUrl(LOGIN + "?out"))
                .cors(cors -> cors.configurationSource(new CrossOrigins(clients)))
                .headers(SecurityChains::forPages)
                .build();
    }

    /** HAPI's pages, consoles, actuators, and whatever a library brings. */
    @Bean
    @Order(4)
    SecurityFilterChain closedChain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        denied -> denied.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * Nothing from elsewhere, framed nowhere, never kept. Where forms lead is left open: after each that launches an app or
     * answers one, the person is sent on to that app.
     */
    static void forPages(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"))
                .frameOptions(frames -> frames.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    static RequestMatcher anyOf(List<String> patterns) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                patterns.stream().<RequestMatcher>map(paths::matcher).toList());
    }
}
