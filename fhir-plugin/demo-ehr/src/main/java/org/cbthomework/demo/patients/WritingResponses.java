package org.cbthomework.demo.patients;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;

/**
 * Writes what a patient handed in. The author is the import, because a patient's own word about a time is believed for
 * seven days only.
 */
final class WritingResponses {

    private static final String EXTENSION = "https://w3id.org/cbt-homework/fhir/StructureDefinition/";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private WritingResponses() {}

    static Stream<QuestionnaireResponse> write(DemoPatient patient, Order order, Course course) {
        Chance chance = Chance.of(Cohort.SEED, patient.id(order.name()));
        Map<Integer, Integer> onDay = new HashMap<>();
        return order.entries(course, chance)
                .map(entry ->
                        write(patient, order, course, entry, onDay.merge(entry.number(), 1, Integer::sum), chance));
    }

    private static QuestionnaireResponse write(
            DemoPatient patient, Order order, Course course, Entry entry, int onItsDay, Chance chance) {
        String request = patient.id(order.name());
        String day = request + "-" + DAY.format(course.day(entry.number()));
        QuestionnaireResponse response =
                Marks.marked(new QuestionnaireResponse(), onItsDay == 1 ? day : day + "-" + onItsDay);
        response.addBasedOn(new Reference("ServiceRequest/" + request));
        response.addBasedOn(new Reference("CarePlan/" + patient.id("plan")));
        response.setQuestionnaire(order.worksheet().canonical("Questionnaire"));
        response.setStatus(QuestionnaireResponseStatus.COMPLETED);
        response.setSubject(new Reference("Patient/" + patient.id()));
        response.setAuthoredElement(new DateTimeType(Written.moment(entry.authored())));
        response.setAuthor(new Reference(Staff.IMPORT));
        response.setSource(new Reference("Patient/" + patient.id()));
        entry.named()
                .ifPresent(named -> response.addExtension(EXTENSION + "occasion", occasion(request + "/" + named)));
        if (entry.isNone()) {
            response.addExtension(EXTENSION + "none-today", new BooleanType(true));
        } else {
            response.setItem(order.worksheet().answers(entry.authored(), course.progress(entry.number()), chance));
        }
        return response;
    }

    /** The occasion of a named evening. */
    private static Reference occasion(String evening) {
        return new Reference()
                .setIdentifier(new Identifier()
                        .setSystem("https://w3id.org/cbt-homework/fhir/occasion")
                        .setValue(evening + "T20:00"));
    }
}
