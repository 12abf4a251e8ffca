package org.cbthomework.plugin;

import java.util.Optional;
import org.cbthomework.plugin.assignment.Agreeing;
import org.cbthomework.plugin.assignment.Assignments;
import org.cbthomework.plugin.assignment.KnownAssignments;
import org.cbthomework.plugin.assignment.ReadingAssignments;
import org.cbthomework.plugin.assignment.RecordingAssignments;
import org.cbthomework.plugin.assignment.Zones;
import org.cbthomework.plugin.hooks.AssignmentHooks;
import org.cbthomework.plugin.hooks.ConflictHooks;
import org.cbthomework.plugin.hooks.DefinitionHooks;
import org.cbthomework.plugin.hooks.PublicationHooks;
import org.cbthomework.plugin.hooks.ResponseHooks;
import org.cbthomework.plugin.ledger.AssignmentRows;
import org.cbthomework.plugin.ledger.CalendarRows;
import org.cbthomework.plugin.ledger.ChangedPatients;
import org.cbthomework.plugin.ledger.Facts;
import org.cbthomework.plugin.ledger.LedgerSchema;
import org.cbthomework.plugin.ledger.OccasionRows;
import org.cbthomework.plugin.ledger.PublishedRows;
import org.cbthomework.plugin.ledger.Responses;
import org.cbthomework.plugin.library.StoringTheLibrary;
import org.cbthomework.plugin.publication.Publisher;
import org.cbthomework.plugin.rebuild.HomeworkRebuildOperation;
import org.cbthomework.plugin.report.HomeworkAdherenceOperation;
import org.cbthomework.plugin.report.MeasuringAdherence;
import org.cbthomework.plugin.response.NamedOccasions;
import org.cbthomework.plugin.response.ReceivingResponses;
import org.cbthomework.plugin.response.RecognizingResponses;
import org.cbthomework.plugin.response.TakingFeedback;
import org.cbthomework.plugin.subset.CheckWorksheetOperation;
import org.cbthomework.plugin.worksheet.Worksheets;
import org.cbthomework.questionnaires.Library;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationContextEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * The parts of the plugin, joined by hand: the server's own beans stay out of their way, and they out of its. They are
 * registered before the server answers; what needs its storage begins once everything else is up.
 */
final class Homework
        implements SmartInitializingSingleton, ApplicationContextAware, ApplicationListener<ApplicationContextEvent> {

    private final Host host;
    private final Settings settings;
    private final Guarding guarding;
    private Optional<Publisher> publisher = Optional.empty();
    private @Nullable ApplicationContext context;
    private boolean isRunning;

    Homework(Host host, Settings settings, Guarding guarding) {
        this.host = host;
        this.settings = settings;
        this.guarding = guarding;
    }

    @Override
    public void afterSingletonsInstantiated() {
        LedgerSchema.bringUpToDate(host.dataSource());
        AssignmentRows orders = new AssignmentRows(host.dataSource());
        OccasionRows given = new OccasionRows(host.dataSource());
        CalendarRows days = new CalendarRows(host.dataSource());
        ChangedPatients changed = new ChangedPatients(host.dataSource());
        Responses responses = new Responses(host.dataSource());
        PublishedRows published = new PublishedRows(host.dataSource());
        Worksheets worksheets = new Worksheets(host.daos());
        Assignments assignments = new Assignments(host.fhir(), orders, given, days, settings.outages());
        Zones zones = new Zones(host.daos(), settings.defaultZone());
        ReadingAssignments reading = new ReadingAssignments(host.fhir(), worksheets);
        RecordingAssignments recording =
                new RecordingAssignments(reading, new Facts(host.dataSource()), changed, zones, host.clock());
        KnownAssignments known = new KnownAssignments(assignments, recording, host.daos());
        RecognizingResponses recognizing =
                new RecognizingResponses(known, worksheets, new NamedOccasions(assignments, given, published));
        ReceivingResponses receiving = new ReceivingResponses(recognizing, responses, changed);
        TakingFeedback feedback = new TakingFeedback(known, new Agreeing(host.daos()));
        MeasuringAdherence measuring = new MeasuringAdherence(responses);

        host.interceptors().registerInterceptor(new AssignmentHooks(recording, known, worksheets, host.fhir()));
        host.interceptors().registerInterceptor(new ResponseHooks(receiving, feedback, host.fhir()));
        host.interceptors().registerInterceptor(new ConflictHooks());
        host.interceptors().registerInterceptor(new PublicationHooks(published, changed, host.fhir()));
        guarding.register();
        host.server().registerInterceptor(new DefinitionHooks(host.daos()));
        host.server()
                .registerProviders(
                        new HomeworkAdherenceOperation(host.daos(), assignments, measuring, host.clock()),
                        new HomeworkRebuildOperation(
                                host.daos(), host.dataSource(), host.transactions(), reading, recognizing, known),
                        new CheckWorksheetOperation(host.daos()));
        publisher = Optional.of(new Publisher(
                        host.fhir(),
                        host.daos(),
                        host.dataSource(),
                        host.transactions(),
                        assignments,
                        measuring,
                        host.clock()))
                .filter(each -> !settings.publishEvery().isZero());
    }

    @Override
    public void setApplicationContext(ApplicationContext ours) {
        context = ours;
    }

    /** A context within the server's own, as for its management, comes and goes without a say. */
    @Override
    public void onApplicationEvent(ApplicationContextEvent event) {
        if (event.getApplicationContext() != context) {
            return;
        }
        if (event instanceof ContextRefreshedEvent && !isRunning) {
            isRunning = true;
            guarding.check();
            new StoringTheLibrary(host.fhir(), host.daos()).store(new Library().resources());
            publisher.ifPresent(each -> each.start(settings.publishEvery()));
        } else if (event instanceof ContextClosedEvent && isRunning) {
            isRunning = false;
            publisher.ifPresent(Publisher::stop);
        }
    }
}
