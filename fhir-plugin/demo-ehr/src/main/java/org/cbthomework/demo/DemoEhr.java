package org.cbthomework.demo;

import java.time.Clock;
import org.cbthomework.plugin.HomeworkPlugin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
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
            QuartzAutoConfiguration.class,
            ThymeleafAutoConfiguration.class
        })
@Import({Database.class, Storage.class, FhirServer.class, Readiness.class, HomeworkPlugin.class})
public class DemoEhr {

    public static void main(String[] args) {
        SpringApplication.run(DemoEhr.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
