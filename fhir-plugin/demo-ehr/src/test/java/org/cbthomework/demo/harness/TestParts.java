package org.cbthomework.demo.harness;

import ca.uhn.fhir.context.FhirContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

/** What every test server has and the real one has not. */
@TestConfiguration(proxyBeanMethods = false)
class TestParts {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    @Bean
    static RequestStatements requestStatements() {
        return new RequestStatements();
    }

    @Bean
    SwitchedRules switchedRules() {
        return new SwitchedRules();
    }

    /** Lazy, because the port is known only when the server listens. */
    @Bean
    @Lazy
    FhirHttp fhirHttp(@Value("${local.server.port}") int port, FhirContext fhir) {
        return new FhirHttp("http://localhost:" + port + "/fhir", fhir);
    }
}
