package org.cbthomework.plugin.worksheet;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.UriParam;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Questionnaire;

/** The Questionnaires stored on this server, made ready once: an active version never changes. */
public final class Worksheets {

    private static final int MOST_KEPT = 1_000;

    /** Active versions ought not to change; if one is changed all the same, other nodes notice within this time. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final DaoRegistry daos;
    private final Cache<Canonical, Worksheet> ready =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    public Worksheets(DaoRegistry daos) {
        this.daos = daos;
    }

    /** The worksheet of that canonical; without a version, the newest that is active. */
    public Optional<Worksheet> find(Canonical canonical) {
        Worksheet kept = ready.getIfPresent(canonical);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<Questionnaire> stored = stored(canonical);
        Optional<Worksheet> worksheet = stored.map(Worksheet::of);
        if (canonical.version().isPresent()
                && stored.filter(each -> each.getStatus() == PublicationStatus.ACTIVE)
                        .isPresent()) {
            worksheet.ifPresent(each -> ready.put(canonical, each));
        }
        return worksheet;
    }

    /** Forgets what was kept, after a Questionnaire changed. */
    public void forget() {
        ready.invalidateAll();
    }

    private Optional<Questionnaire> stored(Canonical canonical) {
        SearchParameterMap search =
                SearchParameterMap.newSynchronous(Questionnaire.SP_URL, new UriParam(canonical.url()));
        canonical.version().ifPresent(version -> search.add(Questionnaire.SP_VERSION, new TokenParam(version)));
        return daos
                .getResourceDao(Questionnaire.class)
                .search(search, new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(Questionnaire.class::cast)
                .max(newest());
    }

    private static Comparator<Questionnaire> newest() {
        return comparing((Questionnaire each) -> each.getStatus() == PublicationStatus.ACTIVE)
                .thenComparing(each -> each.getDate(), nullsFirst(Comparator.naturalOrder()))
                .thenComparing(each -> each.getMeta().getLastUpdated(), nullsFirst(Comparator.naturalOrder()));
    }
}
