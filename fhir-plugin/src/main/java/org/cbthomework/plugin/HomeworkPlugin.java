package org.cbthomework.plugin;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import javax.sql.DataSource;
import org.cbthomework.plugin.input.InputGuards;
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
            Environment environment,
            @Value("${cbt-homework.default-timezone:}") String defaultTimezone,
            @Value("${cbt-homework.outages:}") String outages,
            @Value("${cbt-homework.publish-every:PT1S}") String publishEvery) {
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        return new Homework(
                new Host(fhir, daos, dataSource, transactions, interceptors, server, clock),
                Settings.parse(defaultTimezone, outages, publishEvery),
                InputGuards.configured(fhir, environment));
    }
}
