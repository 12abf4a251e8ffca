package org.cbthomework.launch.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.cbthomework.launch.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** What is open to a browser, and how. Whether a launch is this browser's own is asked where it is opened. */
@Configuration(proxyBeanMethods = false)
class WebRules {

    static final String SIGN_OUT = "/sign-out";

    @Bean
    SecurityFilterChain browsers(HttpSecurity http, Place place) {
        return http.authorizeHttpRequests(open -> open.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/", "/start", "/launch", "/callback", "/jwks.json", SIGN_OUT, "/l/**")
                        .permitAll()
                        .requestMatchers("/app.css", "/storage-access.js", "/favicon.svg", "/cbt-homework-web/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                        (request, response, exception) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .addFilterBefore(new OwnOrigin(place.origin()), CsrfFilter.class)
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::disable)
                        .addHeaderWriter(new FrameAncestors())
                        .httpStrictTransportSecurity(hsts -> hsts.requestMatcher(request -> place.isHttps()))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(self), microphone=(self), geolocation=()"))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Nobody signs in here: it is the EHR that says who somebody is. */
    @Bean
    AuthenticationManager nobodySignsIn() {
        return authentication -> {
            throw new BadCredentialsException("Nobody signs in at the app itself");
        };
    }

    /** Inside an EHR's page the cookie is a third party's, and is kept apart for each EHR ({@code Partitioned}). */
    @Bean
    CookieSerializer sessionCookie(Place place) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(place.isHttps() ? "__Host-CBT_HOMEWORK" : "CBT_HOMEWORK");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(place.isHttps());
        cookie.setSameSite(place.isHttps() ? "None" : "Lax");
        cookie.setPartitioned(place.isHttps());
        return cookie;
    }
}
