package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cbthomework.demo.harness.Eventually;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a patient says about homework, by responses alone, and what the server makes of it. */
abstract class AgreementContract {

    private static final String BASE = "https://w3id.org/cbt-homework/fhir/";
    private static final String EXTENSION = BASE + "StructureDefinition/";

    @Autowired
    FhirHttp ehr;

    @Test
    void homework_counts_from_when_the_patient_agreed() {
        Case homework = suggested("");
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        Case.stored(said(homework, "a", "completed", agree()));

        ServiceRequest order = order(homework);
        assertThat(agreed(order)).isBetween(before, Instant.now());
        assertThat(answers(order)).singleElement().satisfies(answer -> {
            assertThat(part(answer, "answer")).isEqualTo("agree");
            assertThat(answer.getExtensionByUrl("response").getValue().fhirType())
                    .isEqualTo("Reference");
        });
        Eventually.holds(() -> assertThat(states(homework)).isNotEmpty().allMatch("ready pending"::equals));
        assertThat(homework.counts().done()).isEqualTo("0 of 0");
    }

    @Test
    void the_same_answer_however_often_leaves_the_order_as_it_is() {
        Case homework = suggested("");
        Case.stored(said(homework, "a", "completed", agree()));
        String once = order(homework).getMeta().getVersionId();
        Instant agreed = agreed(order(homework));

        Case.stored(said(homework, "a", "completed", agree()));
        Case.stored(said(homework, "a", "amended", agree()));

        assertThat(order(homework).getMeta().getVersionId()).isEqualTo(once);
        assertThat(agreed(order(homework))).isEqualTo(agreed);
    }

    @Test
    void a_change_that_is_asked_for_is_in_the_order_and_nothing_counts() {
        Case homework = suggested("");

        Case.stored(said(homework, "a", "completed", change("Twice a week.")));

        assertThat(order(homework).hasExtension(EXTENSION + "agreed")).isFalse();
        assertThat(answers(order(homework))).singleElement().satisfies(answer -> {
            assertThat(part(answer, "answer")).isEqualTo("change");
            assertThat(part(answer, "words")).isEqualTo("Twice a week.");
        });
        Eventually.holds(() -> assertThat(states(homework)).containsExactly("rejected pending"));
        assertThat(new Published(ehr, homework.patient).tasks())
                .extracting(task -> task.getStatusReason().getCodingFirstRep().getCode())
                .containsExactly("change");
    }

    @Test
    void who_thinks_again_and_agrees_counts_from_then() {
        Case homework = suggested("");
        Case.stored(said(homework, "a", "completed", change("Twice a week.")));
        Instant asked = ((DateTimeType)
                        answers(order(homework)).get(0).getExtensionByUrl("at").getValue())
                .getValue()
                .toInstant();

        Case.stored(said(homework, "a", "amended", agree()));

        assertThat(agreed(order(homework))).isAfterOrEqualTo(asked);
        assertThat(answers(order(homework))).singleElement().satisfies(answer -> {
            assertThat(part(answer, "answer")).isEqualTo("agree");
            assertThat(answer.hasExtension("words")).isFalse();
        });
        Eventually.holds(() -> assertThat(states(homework)).isNotEmpty().allMatch("ready pending"::equals));
    }

    @Test
    void an_answer_that_is_taken_back_is_none() {
        Case homework = suggested("");
        Case.stored(said(homework, "a", "completed", agree()));
        Eventually.holds(() -> assertThat(states(homework)).contains("ready pending"));

        Case.stored(said(homework, "a", "entered-in-error", agree()));

        assertThat(order(homework).hasExtension(EXTENSION + "agreed")).isFalse();
        assertThat(answers(order(homework))).isEmpty();
        Eventually.holds(() -> assertThat(states(homework)).containsExactly("requested pending"));
    }

    @Test
    void one_that_is_deleted_is_none_either() {
        Case homework = suggested("");
        Case.stored(said(homework, "a", "completed", agree()));

        assertThat(ehr.delete("/QuestionnaireResponse/" + homework.name("a")).status())
                .isBetween(200, 204);

        assertThat(order(homework).hasExtension(EXTENSION + "agreed")).isFalse();
        assertThat(answers(order(homework))).isEmpty();
    }

    @Test
    void a_change_asked_for_later_does_not_undo_what_was_agreed() {
        Case homework = suggested("");
        Case.stored(said(homework, "a", "completed", agree()));
        Instant agreed = agreed(order(homework));

        Case.stored(said(homework, "b", "completed", change("It has become too much.")));

        assertThat(agreed(order(homework))).isEqualTo(agreed);
        assertThat(answers(order(homework)))
                .extracting(each -> part(each, "answer"))
                .containsExactly("agree", "change");
    }

    @Test
    void what_was_agreed_in_the_session_is_left_as_the_clinician_wrote_it() {
        Case homework = suggested(", {\"url\": \"" + EXTENSION + "agreed\", \"valueDateTime\": \"2026-03-01\"}");

        Case.stored(said(homework, "a", "completed", agree()));
        Case.stored(said(homework, "a", "entered-in-error", agree()));

        assertThat(order(homework)
                        .getExtensionByUrl(EXTENSION + "agreed")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("2026-03-01");
    }

    @Test
    void a_draft_is_no_answer_yet() {
        Case homework = suggested("");

        Case.stored(said(homework, "a", "in-progress", agree()));

        assertThat(answers(order(homework))).isEmpty();
    }

    @Test
    void an_answer_of_another_patient_is_refused_and_changes_nothing() {
        Case homework = suggested("");
        Case another = Case.admitted(ehr);

        Reply reply = ehr.put(
                "/QuestionnaireResponse/" + another.name("a"),
                response(
                        "homework-agreement",
                        another.name("a"),
                        homework.assignment,
                        another.patient,
                        "completed",
                        agree()));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("of different patients");
        assertThat(answers(order(homework))).isEmpty();
    }

    @Test
    void an_answer_that_the_form_does_not_offer_is_refused() {
        Case homework = suggested("");

        Reply reply = said(homework, "a", "completed", agree().replace("\"agree\"", "\"perhaps\""));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("agreement").doesNotContain("perhaps");
    }

    @Test
    void what_makes_homework_hard_is_kept_and_never_counted() {
        Case homework = Case.assigned(ehr);
        String hard = Case.naming(
                homework.assignment + "/2026-03-02T20:00",
                response(
                        "homework-obstacles",
                        homework.name("h"),
                        homework.assignment,
                        homework.patient,
                        "completed",
                        """
                        {"linkId": "obstacle", "answer": [{"valueCoding": {"system": "%sCodeSystem/obstacle",
                          "code": "no-energy"}}]}""".formatted(BASE)));

        Case.stored(ehr.put("/QuestionnaireResponse/" + homework.name("h"), hard));

        assertThat(homework.counts().done()).isEqualTo("0 of 7");
        assertThat(homework.counts().of("extra")).isZero();
        assertThat(homework.counts().of("partial")).isZero();
        Reply ofAnother = ehr.put(
                "/QuestionnaireResponse/" + homework.name("h"),
                hard.replace("/2026-03-02T20:00", "-x/2026-03-02T20:00"));
        assertThat(ofAnother.status()).isEqualTo(422);
        assertThat(ofAnother.body()).contains("an occasion of another assignment");
    }

    private Case suggested(String extension) {
        Case homework = Case.admitted(ehr);
        String order = homework.order()
                .replace(
                        "\"extension\": [",
                        "\"extension\": [{\"url\": \"" + EXTENSION + "agreement-requested\", \"valueBoolean\": true}"
                                + extension + ",")
                .replace("\"end\": \"2026-03-08\"", "\"end\": \"2199-03-08\"");
        assertThat(order).contains("2199");
        Case.stored(ehr.put("/ServiceRequest/" + homework.assignment, order));
        return homework;
    }

    private Reply said(Case homework, String id, String status, String items) {
        return ehr.put(
                "/QuestionnaireResponse/" + homework.name(id),
                response(
                        "homework-agreement", homework.name(id), homework.assignment, homework.patient, status, items));
    }

    private static String response(
            String form, String id, String assignment, String patient, String status, String items) {
        return """
                {"resourceType": "QuestionnaireResponse", "id": "%s", "questionnaire": "%sQuestionnaire/%s|1.0.0",
                 "basedOn": [{"reference": "ServiceRequest/%s"}], "subject": {"reference": "Patient/%s"},
                 "status": "%s", "authored": "2026-03-02T20:10:00+01:00", "item": [%s]}
                """.formatted(id, BASE, form, assignment, patient, status, items);
    }

    private static String agree() {
        return coded("agree");
    }

    private static String change(String words) {
        return coded("change") + ", {\"linkId\": \"better-fit\", \"answer\": [{\"valueString\": \"" + words + "\"}]}";
    }

    private static String coded(String code) {
        return "{\"linkId\": \"agreement\", \"answer\": [{\"valueCoding\": {\"system\": \"" + BASE
                + "CodeSystem/agreement\", \"code\": \"" + code + "\"}}]}";
    }

    private ServiceRequest order(Case homework) {
        return ehr.getFresh("/ServiceRequest/" + homework.assignment).as(ServiceRequest.class);
    }

    private List<String> states(Case homework) {
        return new Published(ehr, homework.patient)
                .tasks().stream().map((Task task) -> Published.state(task)).toList();
    }

    private static List<Extension> answers(ServiceRequest order) {
        return order.getExtensionsByUrl(EXTENSION + "agreement-answer");
    }

    private static String part(Extension answer, String part) {
        return answer.getExtensionByUrl(part).getValue().primitiveValue();
    }

    private static Instant agreed(ServiceRequest order) {
        return ((DateTimeType) order.getExtensionByUrl(EXTENSION + "agreed").getValue())
                .getValue()
                .toInstant();
    }
}
