package org.cbthomework.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.cbthomework.demo.authorization.AuthorizationServer;
import org.cbthomework.demo.patients.DemoPatients;
import org.cbthomework.demo.portal.Portal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The demo EHR: a FHIR R4 server at {@code /fhir}, on a database kept in {@code ./data} unless told otherwise. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        // HAPI brings these libraries and sets them up itself, or not at all.
        exclude = {
            ElasticsearchRestClientAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            JpaRepositoriesAutoConfiguration.class,
            QuartzAutoConfiguration.class
        })
@Import({
    Database.class,
    Storage.class,
    FhirServer.class,
    Readiness.class,
    WithHomework.class,
    DemoPatients.class,
    AuthorizationServer.class,
    Portal.class
})
public class DemoEhr {

    public static void main(String[] args) {
        SpringApplication.run(DemoEhr.class, args);
    }

    /** The time that the plugin and the demo patients go by: the system's, or one at which it stands still. */
    @Bean
    Clock clock(@Value("${cbt-homework.demo.clock:}") String fixed) {
        try {
            return fixed.isBlank() ? Clock.systemUTC() : Clock.fixed(Instant.parse(fixed), ZoneOffset.UTC);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(
                    "cbt-homework.demo.clock is '" + fixed
                            + "', which is no moment; give one in UTC such as 2026-11-23T10:00:00Z, or leave it out",
                    unreadable);
        }
    }
}
