package org.cbthomework.launch;

import org.cbthomework.launch.ehr.Ehrs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Says, in the one line a start prints, that requests are served and where. */
@Configuration(proxyBeanMethods = false)
class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    private final Place place;
    private final Ehrs ehrs;

    Readiness(Place place, Ehrs ehrs) {
        this.place = place;
        this.ehrs = ehrs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        LOG.info(
                "CBT Homework is ready at {}, registered EHRs: {}",
                place.origin(),
                ehrs.all().size());
    }
}
