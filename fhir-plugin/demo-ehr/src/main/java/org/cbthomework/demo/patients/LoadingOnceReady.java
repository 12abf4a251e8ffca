package org.cbthomework.demo.patients;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Loads the demo patients when the server is ready, on a thread of its own, so that nobody waits for them. The thread is
 * never interrupted, which would close H2's file: when the server stops, it ends after the patient at hand.
 */
final class LoadingOnceReady implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LoadingOnceReady.class);
    private static final Duration LONGEST_PATIENT = Duration.ofSeconds(20);

    private final LoadingPatients loading;
    private final boolean anew;
    private final Thread thread = new Thread(this::load, "demo-patients");
    private volatile boolean isStopping;

    LoadingOnceReady(LoadingPatients loading, boolean anew) {
        this.loading = loading;
        this.anew = anew;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void destroy() throws InterruptedException {
        isStopping = true;
        thread.join(LONGEST_PATIENT.toMillis());
    }

    private void load() {
        Instant start = Instant.now();
        Loaded loaded = loading.load(anew, () -> !isStopping);
        LOG.info(
                "Demo patients loaded: {} patients, {} assignments, {} responses in {} s",
                loaded.patients(),
                loaded.assignments(),
                loaded.responses(),
                Duration.between(start, Instant.now()).toSeconds());
    }
}
