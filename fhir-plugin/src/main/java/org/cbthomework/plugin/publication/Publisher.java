package org.cbthomework.plugin.publication;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.cbthomework.plugin.assignment.Assignments;
import org.cbthomework.plugin.ledger.Outbox;
import org.cbthomework.plugin.ledger.Publications;
import org.cbthomework.plugin.ledger.PublishedRows;
import org.cbthomework.plugin.report.MeasuringAdherence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes homework in the background, from its start to its stop: what is committed is published within seconds. */
public final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(25);

    private final PublishingRounds rounds;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "homework-publisher");
        named.setDaemon(true);
        return named;
    });

    public Publisher(
            FhirContext fhir,
            DaoRegistry daos,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Assignments assignments,
            MeasuringAdherence measuring,
            Clock clock) {
        PublishedRows published = new PublishedRows(dataSource);
        Publications publications = new Publications(dataSource);
        DerivedResources resources = new DerivedResources(daos);
        Publishing publishing = new Publishing(
                assignments,
                measuring,
                new Outbox(dataSource),
                new Comparing(published, resources, new Digest(fhir)),
                published,
                publications,
                resources,
                new TransactionTemplate(transactions),
                clock);
        JdbcTemplateLockProvider locks = new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(dataSource))
                .withTransactionManager(transactions)
                .withTableName("CBT_HOMEWORK.LOCKS")
                .usingDbTime()
                .build());
        this.rounds = new PublishingRounds(publishing, publications, locks, clock);
    }

    /** Begins, and looks for what is due once in a while. */
    public void start(Duration every) {
        ScheduledFuture<?> unusedForRoundsTellTheirOwnErrors =
                thread.scheduleWithFixedDelay(this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends after the round that is going on; no thread is interrupted, for it may hold a connection. */
    public void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_ROUND.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Publishing homework still goes on; what is not published will be after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            rounds.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Homework cannot be published ({}); trying again",
                    e.getClass().getName());
        }
    }
}
