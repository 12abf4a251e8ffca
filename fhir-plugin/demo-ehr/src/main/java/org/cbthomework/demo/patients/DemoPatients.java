package org.cbthomework.demo.patients;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import java.time.Clock;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the demo patients in the server, unless {@code cbt-homework.demo.patients} is false. */
@Configuration(proxyBeanMethods = false)
public class DemoPatients {

    @Bean
    StoredPatients storedPatients(DaoRegistry daos, IFhirSystemDao<Bundle, Meta> system) {
        return new StoredPatients(daos, system);
    }

    @Bean
    LoadingPatients loadingPatients(StoredPatients stored, Clock clock) {
        return new LoadingPatients(stored, Cohort.patients(), clock);
    }

    @Bean
    @ConditionalOnProperty("cbt-homework.demo.patients")
    LoadingOnceReady loadingOnceReady(
            LoadingPatients loading, @Value("${cbt-homework.demo.reset:false}") boolean anew) {
        return new LoadingOnceReady(loading, anew);
    }
}
