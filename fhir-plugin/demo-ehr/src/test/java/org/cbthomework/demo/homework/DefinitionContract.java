package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rest of the definition, as an EHR would write it. */
abstract class DefinitionContract {

    private static final String EXTENSION = "https://w3id.org/cbt-homework/fhir/StructureDefinition/";

    @Autowired
    FhirHttp ehr;

    /** The order of a case with something else in its place, stored. */
    private Case assigned(String from, String to) {
        Case homework = Case.admitted(ehr);
        assertThat(homework.order()).contains(from);
        Case.stored(ehr.put(
                "/ServiceRequest/" + homework.assignment, homework.order().replace(from, to)));
        return homework;
    }

    private Case assignedWith(String name, String value) {
        return assigned("\"extension\": [", "\"extension\": [{\"url\": \"" + EXTENSION + name + "\", " + value + "},");
    }

    @Test
    void nothing_is_expected_in_a_pause_and_what_is_done_there_is_extra() {
        Case homework = assignedWith("pause", "\"valuePeriod\": {\"start\": \"2026-03-04\", \"end\": \"2026-03-06\"}");
        homework.done("monday", "2026-03-02T20:10:00+01:00");
        homework.done("thursday", "2026-03-05T20:10:00+01:00");

        assertThat(homework.counts().done()).isEqualTo("1 of 4");
        assertThat(homework.counts().of("excused")).isEqualTo(3);
        assertThat(homework.counts().of("extra")).isOne();
    }

    @Test
    void nothing_is_expected_in_hospital() {
        Case homework = Case.assigned(ehr);
        String stay = "/Encounter/stay-" + homework.patient;

        Case.stored(
                ehr.put(stay, encounter(homework, "stay", "IMP", "{\"code\": \"ward\"}", "2026-03-04T09:00:00+01:00")));
        assertThat(homework.counts().done()).isEqualTo("0 of 4");
        assertThat(homework.counts().of("excused")).isEqualTo(3);

        assertThat(ehr.delete(stay).status()).isEqualTo(200);
        assertThat(homework.counts().done()).isEqualTo("0 of 7");
    }

    @Test
    void a_week_of_a_quota_ends_at_the_session() {
        Case homework = assigned(
                "\"period\": 1,\n      \"periodUnit\": \"d\",\n      \"timeOfDay\": [ \"20:00:00\" ]",
                "\"period\": 1, \"periodUnit\": \"wk\"");
        String session =
                "{\"system\": \"https://w3id.org/cbt-homework/fhir/CodeSystem/homework\", \"code\": \"therapy-session\"}";
        assertThat(homework.counts().of("occasions-due")).isOne();

        Case.stored(ehr.put(
                "/Encounter/session-" + homework.patient,
                encounter(homework, "session", "AMB", session, "2026-03-07T10:00:00+01:00")));

        Bundle report = ehr.get("/Patient/" + homework.patient + "/$homework-adherence?occasions=true")
                .as(Bundle.class);
        Task week = (Task) report.getEntry().get(1).getResource();
        assertThat(week.getRestriction().getPeriod().getEndElement().getValueAsString())
                .isEqualTo("2026-03-07T10:00:00+01:00");
    }

    private static String encounter(Case homework, String id, String inClass, String type, String start) {
        return Case.fixture("encounter")
                .with("id", id + "-" + homework.patient)
                .with("status", "finished")
                .with("class", inClass)
                .with("type", type)
                .with("patient", homework.patient)
                .with("start", start)
                .with("end", "2026-03-07T11:00:00+01:00")
                .json();
    }

    @Test
    void counting_starts_at_the_agreement_that_was_asked_for() {
        Case awaited = assignedWith("agreement-requested", "\"valueBoolean\": true");
        assertThat(awaited.counts().of("occasions-due")).isZero();
        assertThat(awaited.counts().observation().hasDataAbsentReason()).isTrue();

        String agreed = ehr.get("/ServiceRequest/" + awaited.assignment)
                .body()
                .replace(
                        "\"extension\":[",
                        "\"extension\":[{\"url\":\"" + EXTENSION
                                + "agreed\",\"valueDateTime\":\"2026-03-04T12:00:00+01:00\"},");
        Case.stored(ehr.put("/ServiceRequest/" + awaited.assignment, agreed));

        assertThat(awaited.counts().done()).isEqualTo("0 of 5");
    }

    @Test
    void a_change_of_dose_keeps_the_history_of_the_old_one() {
        Case homework = Case.assigned(ehr);
        homework.done("monday", "2026-03-02T20:10:00+01:00");
        homework.done("wednesday", "2026-03-04T20:10:00+01:00");
        String smaller = homework.order()
                .replace(homework.assignment, homework.assignment + "-b")
                .replace(
                        "\"status\": \"active\"",
                        "\"status\": \"active\", \"replaces\": [{\"reference\": \"ServiceRequest/" + homework.assignment
                                + "\"}]")
                .replace("\"start\": \"2026-03-02\"", "\"start\": \"2026-03-06\"")
                .replace("\"timeOfDay\"", "\"dayOfWeek\": [\"sun\"], \"timeOfDay\"")
                .replace("\"periodUnit\": \"d\"", "\"periodUnit\": \"wk\"");
        Case.stored(ehr.put("/ServiceRequest/" + homework.assignment + "-b", smaller));
        Case.stored(homework.respondTo(
                "ServiceRequest/" + homework.assignment + "-b", "sunday", "2026-03-08T20:10:00+01:00"));

        assertThat(homework.counts("/Patient/" + homework.patient).done())
                .as("2 of 4 evenings of the old dose, 1 of 1 of the new")
                .isEqualTo("3 of 5");
        assertThat(homework.counts().done()).isEqualTo("3 of 5");
        assertThat(homework.counts("/ServiceRequest/" + homework.assignment + "-b")
                        .done())
                .isEqualTo("3 of 5");
    }

    @Test
    void a_log_of_what_happens_has_entries_and_monitored_days() {
        Case homework = assigned("""
                      "frequency": 1,
                      "period": 1,
                      "periodUnit": "d",
                      "timeOfDay": [ "20:00:00" ]
                    }
                  }
                """.stripTrailing(), """
                      "period": 1
                    }
                  },
                  "asNeededBoolean": true
                """.stripTrailing());
        homework.done("first", "2026-03-02T09:10:00+01:00");
        homework.done("second", "2026-03-02T15:10:00+01:00");
        String none = homework.response(
                        "none", "ServiceRequest/" + homework.assignment, "completed", "2026-03-03T21:00:00+01:00")
                .replaceFirst("(?s),\\s*\"item\": \\[.*\\]\\s*\\}\\s*$", "}")
                .replaceFirst(
                        "\\{", "{\"extension\": [{\"url\": \"" + EXTENSION + "none-today\", \"valueBoolean\": true}],");
        Case.stored(ehr.put("/QuestionnaireResponse/" + homework.name("none"), none));

        Counts counts = homework.counts();

        assertThat(counts.of("entries")).isEqualTo(2);
        assertThat(counts.of("monitored-days")).isEqualTo(2);
        assertThat(counts.of("days-asked")).isEqualTo(7);
        assertThat(counts.of("extra")).isZero();
        assertThat(counts.observation().hasValue()).isFalse();
        assertThat(counts.observation().getText().getDivAsString())
                .contains("Entries: 2. Days monitored: 29% (2 of 7).");
    }

    @Test
    void a_quota_of_the_week_tells_how_far_it_has_come() {
        Case homework = assigned(
                "\"period\": 1,\n      \"periodUnit\": \"d\",\n      \"timeOfDay\": [ \"20:00:00\" ]",
                "\"period\": 1, \"periodUnit\": \"wk\"");
        homework.done("monday", "2026-03-02T09:10:00+01:00");

        assertThat(homework.counts().done()).isEqualTo("1 of 1");
        assertThat(homework.counts().observation().getText().getDivAsString()).contains("Latest: 1 of 1.");
    }

    @Test
    void the_occasions_themselves_draw_a_calendar() {
        Case homework = Case.assigned(ehr);
        homework.done("monday", "2026-03-02T20:10:00+01:00");
        homework.done("tuesday", "2026-03-04T08:10:00+01:00");

        Reply reply = ehr.get("/Patient/" + homework.patient
                + "/$homework-adherence?occasions=true&asOf=2026-03-05T09:00:00%2B01:00");

        List<Task> tasks = reply.as(Bundle.class).getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(Task.class::isInstance)
                .map(Task.class::cast)
                .toList();
        assertThat(tasks)
                .extracting(task -> task.getBusinessStatus().getCodingFirstRep().getCode())
                .containsExactly("on-time", "late", "overdue", "pending");
        assertThat(tasks.get(0).getIdentifierFirstRep().getValue())
                .isEqualTo(homework.assignment + "/2026-03-02T20:00");
        assertThat(((Reference) tasks.get(0).getOutputFirstRep().getValue()).getReference())
                .isEqualTo("QuestionnaireResponse/" + homework.name("monday"));
        assertThat(tasks.get(0).getRestriction().getPeriod().getStartElement().getValueAsString())
                .isEqualTo("2026-03-02T17:00:00+01:00");
    }
}
