package org.cbthomework.plugin;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.cbthomework.plugin.assignment.Assignments;
import org.cbthomework.plugin.assignment.KnownAssignments;
import org.cbthomework.plugin.assignment.RecordingAssignments;
import org.cbthomework.plugin.assignment.Zones;
import org.cbthomework.plugin.hooks.AssignmentHooks;
import org.cbthomework.plugin.hooks.DefinitionHooks;
import org.cbthomework.plugin.hooks.ResponseHooks;
import org.cbthomework.plugin.ledger.AssignmentRows;
import org.cbthomework.plugin.ledger.EncounterRows;
import org.cbthomework.plugin.ledger.LedgerSchema;
import org.cbthomework.plugin.ledger.OccasionRows;
import org.cbthomework.plugin.ledger.Responses;
import org.cbthomework.plugin.library.StoringTheLibrary;
import org.cbthomework.plugin.report.HomeworkAdherenceOperation;
import org.cbthomework.plugin.report.MeasuringAdherence;
import org.cbthomework.plugin.response.ReceivingResponses;
import org.cbthomework.plugin.worksheet.Worksheets;
import org.cbthomework.questionnaires.Library;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Makes a HAPI FHIR R4 server with JPA storage count homework: import this one class. It makes its tables, and registers
 * its storage hooks and operations, and stores its library of worksheets. It uses the server's {@link Clock} if there is one, else the system's.
 */
@Configuration(proxyBeanMethods = false)
public class HomeworkPlugin {

    /** The parts of the plugin, joined by hand: the server's own beans stay out of their way, and they out of its. */
    @Bean
    SmartInitializingSingleton homework(
            FhirContext fhir,
            DaoRegistry daos,
            DataSource dataSource,
            IInterceptorService interceptors,
            RestfulServer server,
            ObjectProvider<Clock> clocks,
            @Value("${cbt-homework.default-timezone:}") String defaultTimezone) {
        Optional<ZoneId> defaultZone = zone(defaultTimezone);
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        return () -> {
            LedgerSchema.bringUpToDate(dataSource);
            AssignmentRows orders = new AssignmentRows(dataSource);
            OccasionRows given = new OccasionRows(dataSource);
            EncounterRows encounters = new EncounterRows(dataSource);
            Responses responses = new Responses(dataSource);
            Worksheets worksheets = new Worksheets(daos);
            Assignments assignments = new Assignments(fhir, orders, given, encounters);
            RecordingAssignments recording = new RecordingAssignments(
                    fhir, orders, given, encounters, worksheets, new Zones(daos, defaultZone), clock);
            KnownAssignments known = new KnownAssignments(assignments, recording, daos);
            ReceivingResponses receiving = new ReceivingResponses(known, worksheets, responses, given);

            interceptors.registerInterceptor(new AssignmentHooks(recording, known, worksheets, fhir));
            interceptors.registerInterceptor(new ResponseHooks(receiving, fhir));
            server.registerInterceptor(new DefinitionHooks(daos));
            server.registerProvider(
                    new HomeworkAdherenceOperation(daos, assignments, new MeasuringAdherence(responses), clock));
        };
    }

    /** Once everything else is up, so that the storage can take resources. */
    @Bean
    ApplicationListener<ContextRefreshedEvent> homeworkLibrary(FhirContext fhir, DaoRegistry daos) {
        return started -> new StoringTheLibrary(fhir, daos).store(new Library().resources());
    }

    private static Optional<ZoneId> zone(String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("cbt-homework.default-timezone is '" + name
                    + "', which is unknown; use an IANA name such as Europe/Berlin, or leave it out");
        }
        return Optional.of(ZoneId.of(name));
    }
}
