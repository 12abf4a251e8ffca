package org.cbthomework.demo.authorization;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.cbthomework.demo.patients.People;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** The parts of the authorization server; {@link SecurityChains} and {@link ProtocolEndpoints} open them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Registrations.class)
@Import({ProtocolEndpoints.class, SecurityChains.class, LoginPage.class, ConsentPage.class})
public class AuthorizationServer {

    /** The least bcrypt can do: the one password of the demo is no secret, and a start is to be short. */
    private static final int STRENGTH = 4;

    /** Tokens expire by the system's time, whatever time the demo patients live in. */
    private static final Clock SYSTEM = Clock.systemUTC();

    private static final int BITS = 2048;

    @Bean
    Issuer issuer(Environment environment) {
        return new Issuer(environment);
    }

    @Bean
    PasswordEncoder passwords() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));
    }

    @Bean
    Users users(PasswordEncoder passwords) {
        return new Users(People.all(), passwords);
    }

    @Bean
    Charts charts(DaoRegistry daos, Clock clock) {
        return new Charts(daos, clock);
    }

    @Bean
    Launches launches() {
        return new Launches(SYSTEM);
    }

    @Bean
    Clients clients(PasswordEncoder passwords, Registrations registrations) {
        return new Clients(passwords, registrations.clients());
    }

    @Bean
    Authorizations authorizations() {
        return new Authorizations(SYSTEM);
    }

    @Bean
    Assertions assertions(Issuer issuer) {
        return new Assertions(issuer, new ClientKeys(SYSTEM), SYSTEM);
    }

    /** A key of its own for each start: a restart signs everybody out. */
    @Bean
    JWKSource<SecurityContext> signingKey() throws JOSEException {
        RSAKey key = new RSAKeyGenerator(BITS)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    OnlineAccess onlineAccess(Authorizations authorizations) {
        return new OnlineAccess(authorizations);
    }

    /** Ends online access with the session of its person. */
    record OnlineAccess(Authorizations authorizations) {

        @EventListener
        void end(SessionDestroyedEvent session) {
            session.getSecurityContexts().stream()
                    .flatMap(context -> Stream.ofNullable(context.getAuthentication()))
                    .forEach(person -> authorizations.endOnline(person.getName()));
        }
    }
}
