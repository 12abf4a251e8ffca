package org.cbthomework.demo.patients;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class CohortTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @Test
    void the_same_seed_and_clock_write_the_same_patients() {
        assertThat(written(NOW)).isEqualTo(written(NOW));
    }

    @Test
    void the_past_of_a_patient_is_the_same_later_on_the_same_day() {
        assertThat(ids(NOW.plusSeconds(3600))).containsAll(ids(NOW));
    }

    @Test
    void there_are_fourteen_patients_and_each_clinician_has_half() {
        assertThat(Cohort.patients()).hasSize(14);
        assertThat(Cohort.patients()).extracting(DemoPatient::id).doesNotHaveDuplicates();
        assertThat(Cohort.patients())
                .filteredOn(patient -> patient.clinician() == Clinician.ONE)
                .hasSize(7);
    }

    @Test
    void every_resource_says_that_it_is_a_test_and_has_an_id_of_its_own() {
        assertThat(resources(NOW))
                .allSatisfy(resource -> assertThat(
                                resource.getMeta().getSecurityFirstRep().getCode())
                        .isEqualTo("HTEST"));
        assertThat(ids(NOW)).doesNotHaveDuplicates().allMatch(id -> id.contains("/demo-") && id.length() < 64);
    }

    @Test
    void ids_differ_on_whatever_day_and_hour_they_are_loaded() {
        for (int hour = 0; hour < 20 * 24; hour += 17) {
            assertThat(ids(NOW.plus(Duration.ofHours(hour)))).doesNotHaveDuplicates();
        }
    }

    @Test
    void nothing_was_handed_in_before_it_was_assigned_or_after_now() {
        for (DemoPatient patient : Cohort.patients()) {
            Instant start =
                    patient.course(NOW).firstDay().atStartOfDay(patient.zone()).toInstant();
            assertThat(responses(patient))
                    .extracting(response -> response.getAuthored().toInstant())
                    .allMatch(authored -> !authored.isBefore(start) && !authored.isAfter(NOW));
        }
    }

    @Test
    void who_is_steady_has_handed_in_something_within_two_days() {
        assertThat(responses(patient("Steady")))
                .anyMatch(response -> response.getAuthored().toInstant().isAfter(NOW.minusSeconds(48 * 3600)));
    }

    @Test
    void twelve_weeks_lie_behind_all_but_the_new_one() {
        assertThat(Cohort.patients())
                .filteredOn(patient -> !patient.name().equals("New"))
                .allMatch(patient -> !patient.course(NOW)
                        .firstDay()
                        .plusWeeks(12)
                        .isAfter(NOW.atZone(patient.zone()).toLocalDate()));
    }

    @Test
    void nobody_ever_answers_the_question_on_self_harm_with_more_than_not_at_all() {
        List<String> answers = responses(patient("Measures"))
                .flatMap(response -> response.getItemFirstRep().getItem().stream())
                .filter(item -> item.getLinkId().equals("item-9"))
                .map(item -> item.getAnswerFirstRep().getValueCoding().getCode())
                .toList();

        assertThat(answers).hasSize(6).containsOnly("LA6568-5");
    }

    @Test
    void scores_improve_from_one_fortnight_to_the_last() {
        for (String measure : List.of("phq-9", "gad-7")) {
            List<Integer> totals = responses(patient("Measures"))
                    .filter(response -> response.getQuestionnaire().contains(measure))
                    .map(CohortTest::total)
                    .toList();

            assertThat(totals).hasSize(6);
            assertThat(totals.get(0) - totals.get(5))
                    .as("%s of %s", totals, measure)
                    .isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void what_is_written_freely_says_that_it_is_made_up() {
        List<String> texts = Cohort.patients().stream()
                .flatMap(CohortTest::responses)
                .flatMap(response -> below(response.getItem()))
                .filter(item -> item.hasAnswer() && item.getAnswerFirstRep().hasValueStringType())
                .map(item -> item.getAnswerFirstRep().getValueStringType().getValue())
                .toList();

        assertThat(texts).hasSizeGreaterThan(100).allMatch(text -> text.startsWith("Demo: "));
    }

    @Test
    void whoever_never_starts_is_assigned_homework_all_the_same() {
        assertThat(responses(patient("Never"))).isEmpty();
        assertThat(ids(NOW)).contains("ServiceRequest/demo-never-diary");
    }

    private static int total(QuestionnaireResponse response) {
        return response.getItem().stream()
                .filter(item -> item.getLinkId().equals("total"))
                .map(item -> item.getAnswerFirstRep().getValueIntegerType().getValue())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<QuestionnaireResponseItemComponent> below(List<QuestionnaireResponseItemComponent> items) {
        return items.stream().flatMap(item -> Stream.concat(Stream.of(item), below(item.getItem())));
    }

    static DemoPatient patient(String name) {
        return Cohort.patients().stream()
                .filter(patient -> patient.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<QuestionnaireResponse> responses(DemoPatient patient) {
        return WritingPatients.bundle(patient, NOW).getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(QuestionnaireResponse.class::isInstance)
                .map(QuestionnaireResponse.class::cast);
    }

    private static List<Resource> resources(Instant now) {
        return Stream.concat(
                        Staff.resources().stream(),
                        Cohort.patients().stream()
                                .map(patient -> WritingPatients.bundle(patient, now))
                                .map(Bundle::getEntry)
                                .flatMap(List::stream)
                                .map(BundleEntryComponent::getResource))
                .toList();
    }

    private static List<String> ids(Instant now) {
        return resources(now).stream()
                .map(resource ->
                        resource.fhirType() + "/" + resource.getIdElement().getIdPart())
                .toList();
    }

    private static List<String> written(Instant now) {
        return resources(now).stream()
                .map(FHIR.newJsonParser()::encodeResourceToString)
                .toList();
    }
}
