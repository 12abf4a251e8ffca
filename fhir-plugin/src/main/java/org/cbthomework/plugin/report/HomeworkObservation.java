package org.cbthomework.plugin.report;

import java.time.Instant;
import java.util.Date;
import org.cbthomework.adherence.Headline;
import org.cbthomework.adherence.WilsonInterval;
import org.cbthomework.plugin.assignment.Assigned;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** An Observation about homework while it is written, in the codes of {@code CodeSystem/homework}. */
final class HomeworkObservation {

    private static final String HOMEWORK = "https://w3id.org/cbt-homework/fhir/CodeSystem/homework";
    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    private final Observation observation = new Observation();

    HomeworkObservation(String code, String subject, Instant asOf) {
        observation.addCategory(Values.concept(CATEGORY, "therapy"));
        observation.setCode(homework(code));
        observation.getSubject().setReference(subject);
        observation.setIssued(Date.from(asOf));
        observation.getDevice().setDisplay(device());
    }

    void basedOn(AssignmentKey assignment) {
        observation.addBasedOn().setReference(assignment.resource());
    }

    /** As confidential as what it follows from. */
    void labelled(Assigned assigned) {
        assigned.labels().forEach(label -> label.putOn(observation.getMeta()));
    }

    /** It is about this time, and final unless something of it is still to come. */
    void covers(Span span, boolean isFinal) {
        observation.setEffective(span.period());
        observation.setStatus(isFinal ? ObservationStatus.FINAL : ObservationStatus.PRELIMINARY);
    }

    /** The share as the value, or why there is none. */
    void value(Headline headline, String reasonOfAbsence) {
        if (headline instanceof Headline.Counted counted) {
            observation.setValue(Values.percent(counted.percent()));
        } else {
            observation.setDataAbsentReason(Values.concept(ABSENT, reasonOfAbsence));
        }
    }

    void part(String code, int count) {
        part(code).setValue(new IntegerType(count));
    }

    void part(String code, double percent) {
        part(code).setValue(Values.percent(percent));
    }

    void part(String code, String value, String text) {
        part(code).setValue(homework(value).setText(text));
    }

    void absentPart(String code, String reason) {
        part(code).setDataAbsentReason(Values.concept(ABSENT, reason));
    }

    /** Wilson's interval, where there is a share. */
    void interval(String code, Headline headline) {
        if (headline instanceof Headline.Counted counted) {
            WilsonInterval interval = counted.interval();
            part(code)
                    .setValue(new Range()
                            .setLow(Values.percent(interval.low()))
                            .setHigh(Values.percent(interval.high())));
        }
    }

    void derivedFrom(String response) {
        observation.addDerivedFrom().setReference("QuestionnaireResponse/" + response);
    }

    void text(String text) {
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        div.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
        div.tx(text);
        observation.getText().setStatus(NarrativeStatus.GENERATED).setDiv(div);
    }

    Observation written() {
        return observation;
    }

    private ObservationComponentComponent part(String code) {
        return observation.addComponent().setCode(homework(code));
    }

    private static CodeableConcept homework(String code) {
        return Values.concept(HOMEWORK, code);
    }

    private static String device() {
        String version = HomeworkObservation.class.getPackage().getImplementationVersion();
        return version == null ? "CBT Homework" : "CBT Homework " + version;
    }
}
