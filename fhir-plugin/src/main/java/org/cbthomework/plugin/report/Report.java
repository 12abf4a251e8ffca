package org.cbthomework.plugin.report;

import static java.util.Comparator.comparing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/**
 * The Bundle that answers a question: the Observation of each assignment, the focal first, and behind it its weeks and its
 * occasions; last the aggregate. An Observation names those it is made up of as its members.
 */
final class Report {

    private final Question question;
    private final Days days;
    private final Bundle bundle = new Bundle().setType(BundleType.COLLECTION);

    private Report(Question question) {
        this.question = question;
        this.days = question.days();
    }

    static Bundle of(List<Measured> measured, Question question) {
        Report report = new Report(question);
        List<Measured> focalFirst = measured.stream()
                .sorted(comparing(each -> !each.assigned().focal()))
                .toList();
        focalFirst.forEach(report::add);
        if (question.wantsAggregate()) {
            report.addAggregate(WritingAggregate.takingPart(focalFirst));
        }
        return report.bundle;
    }

    private void add(Measured measured) {
        Observation toDate = WritingObservations.toDate(measured, days);
        add(name(measured, ""), toDate);
        if (question.wantsWeeks()) {
            days.weeksOf(measured.adherence()).forEach(week -> {
                String name = name(measured, "week " + week.first());
                toDate.addHasMember().setReference(name);
                add(name, WritingObservations.week(measured.assigned(), week));
            });
        }
        if (question.wantsOccasions()) {
            WritingOccasions.write(measured)
                    .forEach(task ->
                            add(name(measured, task.getIdentifierFirstRep().getValue()), task));
        }
    }

    private void addAggregate(List<Measured> takingPart) {
        if (takingPart.isEmpty()) {
            return;
        }
        Observation aggregate = WritingAggregate.write(takingPart, days);
        List<String> members = takingPart.stream().map(each -> name(each, "")).toList();
        members.forEach(member -> aggregate.addHasMember().setReference(member));
        add(name("aggregate " + String.join(" ", members)), aggregate);
    }

    private void add(String name, Resource resource) {
        bundle.addEntry().setFullUrl(name).setResource(resource);
    }

    /** The same question gives the same name. */
    private String name(Measured measured, String part) {
        return name(measured.assigned().key() + " " + measured.adherence().asOf() + " " + days + " " + part);
    }

    private static String name(String whole) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }
}
