package org.cbthomework.plugin;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.cbthomework.plugin.access.SmartAccess;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.audit.AuditTrail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Makes a HAPI FHIR R4 server with JPA storage count homework: import this one class. It makes its tables, registers its
 * storage hooks and operations, stores its library of worksheets, and publishes what follows from homework. It uses the
 * server's {@link Clock} if there is one, else the system's.
 */
@Configuration(proxyBeanMethods = false)
public class HomeworkPlugin {

    @Bean
    Homework homework(
            FhirContext fhir,
            DaoRegistry daos,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            IInterceptorService interceptors,
            RestfulServer server,
            ObjectProvider<Clock> clocks,
            ObjectProvider<SearchParamMatcher> matchers,
            ObjectProvider<Rules> rules,
            Environment environment,
            @Value("${cbt-homework.default-timezone:}") String defaultTimezone,
            @Value("${cbt-homework.outages:}") String outages,
            @Value("${cbt-homework.publish-every:PT1S}") String publishEvery) {
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        Host host = new Host(fhir, daos, dataSource, transactions, interceptors, server, clock);
        SmartAccess access = new SmartAccess(
                fhir,
                daos,
                Optional.ofNullable(matchers.getIfAvailable()),
                clock,
                rules.getIfAvailable(() -> Rules.ALL));
        AuditTrail trail = new AuditTrail(daos, transactions, clock);
        return new Homework(
                host,
                Settings.parse(defaultTimezone, outages, publishEvery),
                new Guarding(host, access, trail, environment));
    }
}
