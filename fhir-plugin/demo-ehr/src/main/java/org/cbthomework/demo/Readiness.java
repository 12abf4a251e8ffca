package org.cbthomework.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Says, in the one line a start prints, that requests are served and where. */
@Configuration(proxyBeanMethods = false)
class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    @EventListener
    void announce(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        LOG.info(
                "CBT Homework demo EHR is ready: FHIR base http://localhost:{}{}",
                environment.getRequiredProperty("local.server.port"),
                FhirServer.PATH);
    }
}
