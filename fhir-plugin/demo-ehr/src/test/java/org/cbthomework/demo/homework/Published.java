package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** What a client that knows only FHIR R4 finds of a patient's homework. */
public record Published(FhirHttp ehr, String patient) {

    /** The Tasks published of the patient, by the start of their windows. */
    List<Task> tasks() {
        return search("/Task?_count=200&patient=" + patient, Task.class)
                .sorted(Comparator.comparing(
                        task -> task.getRestriction().getPeriod().getStart(),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** How things stand with each occasion, as in {@code completed on-time}. */
    List<String> states() {
        return tasks().stream().map(Published::state).toList();
    }

    static String state(Task task) {
        return task.getStatus().toCode() + " "
                + task.getBusinessStatus().getCodingFirstRep().getCode();
    }

    /** The one Observation to date. */
    Observation toDate() {
        List<Observation> found = observations("homework-adherence");
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** The Observations of the weeks, in order. */
    List<Observation> weeks() {
        return observations("homework-adherence-week").stream()
                .sorted(Comparator.comparing(each -> each.getEffectivePeriod().getStart()))
                .toList();
    }

    List<Observation> observations(String code) {
        return search("/Observation?_count=200&patient=" + patient + "&code=" + code, Observation.class)
                .toList();
    }

    /** Asserts that each occasion is published once, and that all of it says the same as the operation. */
    public void agrees() {
        Bundle told = ehr.getFresh("/Patient/" + patient + "/$homework-adherence?occasions=true")
                .as(Bundle.class);
        assertThat(tasks().stream().map(Published::content))
                .as("Tasks of %s", patient)
                .containsExactlyInAnyOrderElementsOf(
                        told(told, Task.class).map(Published::content).toList());
        assertThat(observations("homework-adherence").stream().map(Published::content))
                .as("Observations of %s", patient)
                .containsExactlyInAnyOrderElementsOf(
                        told(told, Observation.class).map(Published::content).toList());
    }

    private static <T extends Resource> Stream<T> told(Bundle report, Class<T> type) {
        return report.getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static String content(Task task) {
        return task.getIdentifierFirstRep().getValue() + " " + state(task) + " "
                + task.getOutput().stream()
                        .map(output -> ((Reference) output.getValue()).getReference())
                        .sorted()
                        .toList();
    }

    private static String content(Observation observation) {
        Observation said = new Observation();
        said.setBasedOn(observation.getBasedOn());
        said.setValue(observation.getValue());
        said.setComponent(observation.getComponent());
        said.setDerivedFrom(observation.getDerivedFrom());
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(said);
    }

    private <T extends Resource> Stream<T> search(String path, Class<T> type) {
        Reply reply = ehr.getFresh(path);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.as(Bundle.class).getEntry().stream()
                .map(entry -> entry.getResource())
                .map(type::cast);
    }
}
