package org.cbthomework.plugin.publication;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cbthomework.adherence.Judged;
import org.cbthomework.plugin.ledger.PublishedRow;
import org.cbthomework.plugin.ledger.PublishedRows;
import org.cbthomework.plugin.publication.Difference.Write;
import org.cbthomework.plugin.report.Measured;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Task;

/** Compares what should be published of a patient with what is. */
final class Comparing {

    private static final Set<ObservationStatus> SAID_BEFORE =
            Set.of(ObservationStatus.FINAL, ObservationStatus.AMENDED);

    private final PublishedRows published;
    private final DerivedResources resources;
    private final Digest digest;

    Comparing(PublishedRows published, DerivedResources resources, Digest digest) {
        this.published = published;
        this.resources = resources;
        this.digest = digest;
    }

    Difference of(String subject, List<Measured> homework) {
        Map<String, PublishedRow> before =
                published.ofSubject(subject).stream().collect(toMap(PublishedRow::resource, row -> row));
        List<Write> all = homework.stream()
                .flatMap(each -> Stream.concat(own(subject, each, before), given(subject, each, before)))
                .toList();
        Set<String> wanted = all.stream().map(each -> each.row().resource()).collect(toSet());
        return new Difference(
                all.stream().filter(each -> isNew(each.row(), before)).toList(),
                before.values().stream()
                        .filter(row -> !wanted.contains(row.resource()))
                        .toList());
    }

    private static boolean isNew(PublishedRow row, Map<String, PublishedRow> before) {
        return !row.equals(before.get(row.resource()));
    }

    private Stream<Write> own(String subject, Measured measured, Map<String, PublishedRow> before) {
        OccasionTasks tasks = new OccasionTasks(measured);
        return Stream.of(
                        tasks.desired().stream(),
                        tasks.request().stream(),
                        AdherenceObservations.desired(measured).stream())
                .flatMap(each -> each)
                .map(each -> {
                    PublishedRow row = new PublishedRow(
                            each.name(), subject, each.assignment(), each.occasion(), digest.of(each.resource()));
                    return new Write(isNew(row, before) ? toStore(each) : Optional.empty(), row);
                });
    }

    /** What was once said as final is amended; said again the same, it is left alone. */
    private Optional<DomainResource> toStore(Desired desired) {
        if (!(desired.resource() instanceof Observation observation)) {
            return Optional.of(desired.resource());
        }
        Optional<Observation> said = resources
                .find(Observation.class, desired.name())
                .filter(current -> SAID_BEFORE.contains(current.getStatus()));
        if (said.filter(current -> digest.sameContent(current, observation)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(said.isPresent() ? observation.setStatus(ObservationStatus.AMENDED) : observation);
    }

    private Stream<Write> given(String subject, Measured measured, Map<String, PublishedRow> before) {
        Instant now = measured.adherence().asOf();
        return new OccasionTasks(measured).judged().filter(GivenTasks::isGiven).map(judged -> {
            String name = judged.occasion().key().value();
            PublishedRow row = new PublishedRow(
                    name,
                    subject,
                    measured.assigned().root(),
                    Optional.of(judged.occasion().key()),
                    digest.of(GivenTasks.state(judged, now)));
            return new Write(isNew(row, before) ? told(judged, now) : Optional.empty(), row);
        });
    }

    private Optional<DomainResource> told(Judged judged, Instant now) {
        return resources
                .find(Task.class, judged.occasion().key().value())
                .filter(task -> GivenTasks.tell(judged, now, task))
                .map(task -> task);
    }
}
