package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Homework told by the week, and over all assignments: worked case 17 of adherence, asked for over HTTP. */
abstract class SummariesContract {

    private static final String FOCAL = "https://w3id.org/cbt-homework/fhir/StructureDefinition/focal";

    @Autowired
    FhirHttp ehr;

    @Test
    void weeks_and_the_aggregate_stand_beside_the_assignments_of_which_the_focal_comes_first() {
        Case homework = Case.admitted(ehr);
        assign(homework, "a", "2026-03-02", 1, 1);
        assign(homework, "b", "2026-03-21", 20, 18);
        assign(homework, "c", "2026-03-11", 10, 2);

        Bundle report = ask(homework, "weeks=true&aggregate=true").as(Bundle.class);

        List<Counts> toDate = of("homework-adherence", report);
        assertThat(toDate).extracting(Counts::done).containsExactly("2 of 10", "1 of 1", "18 of 20");
        assertThat(of("homework-adherence-week", report))
                .extracting(Counts::done)
                .containsExactly("2 of 7", "0 of 3", "1 of 1", "7 of 7", "7 of 7", "4 of 6");
        assertThat(members(toDate.get(0).observation(), report))
                .extracting(week -> week.getEffectivePeriod().getStartElement().getValueAsString())
                .containsExactly("2026-03-02T00:00:00+01:00", "2026-03-09T00:00:00+01:00");
        assertThat(members(toDate.get(0).observation(), report))
                .allMatch(week -> week.getStatus() == ObservationStatus.FINAL);
    }

    @Test
    void the_aggregate_pools_what_is_due_and_takes_the_median_of_what_is_reportable() {
        Case homework = Case.admitted(ehr);
        assign(homework, "a", "2026-03-02", 1, 1);
        assign(homework, "b", "2026-03-21", 20, 18);
        assign(homework, "c", "2026-03-11", 10, 2);

        Bundle report = ask(homework, "aggregate=true").as(Bundle.class);
        Counts aggregate = of("homework-adherence-aggregate", report).get(0);

        assertThat(report.getEntry()).hasSize(4);
        assertThat(aggregate.done()).isEqualTo("21 of 31");
        assertThat(aggregate.observation().getValueQuantity().getValue()).isEqualByComparingTo("67.7");
        assertThat(aggregate.observation().getComponent().stream()
                        .filter(part ->
                                part.getCode().getCodingFirstRep().getCode().equals("median"))
                        .map(part -> part.getValueQuantity().getValue().doubleValue()))
                .containsExactly(55.0);
        assertThat(aggregate.of("not-reportable")).isOne();
        assertThat(members(aggregate.observation(), report)).hasSize(3);
        assertThat(aggregate.observation().getText().getDivAsString()).contains("For computing only:");
    }

    @Test
    void a_mark_that_moves_to_another_assignment_moves_it_to_the_front() {
        Case homework = Case.admitted(ehr);
        assign(homework, "a", "2026-03-02", 1, 0);
        assign(homework, "c", "2026-03-03", 2, 0);
        assertThat(of("homework-adherence", ask(homework, "").as(Bundle.class)))
                .extracting(Counts::done)
                .containsExactly("0 of 2", "0 of 1");

        Case.stored(ehr.put(
                "/ServiceRequest/" + id(homework, "c"),
                order(homework, "c", "2026-03-03").replace("true", "false")));

        assertThat(of("homework-adherence", ask(homework, "").as(Bundle.class)))
                .extracting(Counts::done)
                .containsExactly("0 of 1", "0 of 2");
    }

    @Test
    void of_a_change_of_dose_the_latest_order_says_whether_it_is_focal() {
        Case homework = Case.admitted(ehr);
        assign(homework, "a", "2026-03-03", 2, 0);
        assign(homework, "c", "2026-03-06", 5, 0);
        String changed = order(homework, "d", "2026-03-06")
                .replace("\"start\": \"2026-03-02\"", "\"start\": \"2026-03-04\"")
                .replace(
                        "\"status\"",
                        "\"replaces\": [{\"reference\": \"ServiceRequest/" + id(homework, "c") + "\"}], \"status\"");

        Case.stored(ehr.put("/ServiceRequest/" + id(homework, "d"), changed));

        assertThat(of("homework-adherence", ask(homework, "").as(Bundle.class)))
                .extracting(Counts::done)
                .containsExactly("0 of 2", "0 of 5");
    }

    @Test
    void a_plan_of_tasks_is_told_up_to_the_week_of_its_last_task() {
        Case homework = Case.admitted(ehr);
        Case.stored(homework.planWithTasks("plan-" + homework.patient));

        Bundle report = ask(homework, "weeks=true").as(Bundle.class);

        assertThat(Counts.all(report)).extracting(Counts::done).containsExactly("0 of 2", "0 of 2");
        assertThat(Counts.all(report)).allMatch(each -> each.observation().getStatus() == ObservationStatus.FINAL);
    }

    @Test
    void what_makes_no_sense_is_refused_with_the_remedy() {
        Case homework = Case.assigned(ehr);

        Reply ofOne = ehr.get("/ServiceRequest/" + homework.assignment + "/$homework-adherence?aggregate=true");
        Reply perhaps = ask(homework, "weeks=perhaps");
        Reply marked = ehr.put(
                "/ServiceRequest/" + id(homework, "c"),
                order(homework, "c", "2026-03-03").replace("\"valueBoolean\": true", "\"valueString\": \"very\""));

        assertThat(ofOne.status()).isEqualTo(400);
        assertThat(ofOne.body()).contains("ask its Patient or its CarePlan");
        assertThat(perhaps.status()).as(perhaps.body()).isEqualTo(400);
        assertThat(perhaps.body()).contains("perhaps");
        assertThat(marked.status()).as(marked.body()).isEqualTo(422);
        assertThat(marked.body()).contains("does not hold a BooleanType; give one");
    }

    private void assign(Case homework, String name, String lastDay, int evenings, int done) {
        Case.stored(ehr.put("/ServiceRequest/" + id(homework, name), order(homework, name, lastDay)));
        LocalDate first = LocalDate.parse(lastDay).minusDays(evenings - 1L);
        for (int evening = 0; evening < done; evening++) {
            Case.stored(homework.respondTo(
                    "ServiceRequest/" + id(homework, name),
                    name + evening,
                    first.plusDays(evening) + "T20:10:00+01:00"));
        }
    }

    /** An evening diary from 2 March on; the third one is focal. */
    private static String order(Case homework, String name, String lastDay) {
        String mark = "{\"url\": \"" + FOCAL + "\", \"valueBoolean\": " + name.equals("c") + "},";
        return homework.order()
                .replace(homework.assignment, id(homework, name))
                .replace("2026-03-08", lastDay)
                .replace("\"extension\": [", "\"extension\": [" + mark);
    }

    private static String id(Case homework, String name) {
        return name + "-" + homework.patient;
    }

    private Reply ask(Case homework, String question) {
        return ehr.get("/Patient/" + homework.patient + "/$homework-adherence?" + question);
    }

    private static List<Counts> of(String code, Bundle report) {
        return Counts.all(report).stream()
                .filter(each -> each.observation()
                        .getCode()
                        .getCodingFirstRep()
                        .getCode()
                        .equals(code))
                .toList();
    }

    /** The Observations of the same Bundle that this one names. */
    private static List<Observation> members(Observation whole, Bundle report) {
        return whole.getHasMember().stream()
                .map(Reference::getReference)
                .map(name -> report.getEntry().stream()
                        .filter(entry -> entry.getFullUrl().equals(name))
                        .map(entry -> (Observation) entry.getResource())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No entry " + name)))
                .toList();
    }
}
