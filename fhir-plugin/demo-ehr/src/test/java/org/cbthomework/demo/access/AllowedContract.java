package org.cbthomework.demo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cbthomework.demo.access.Found.ids;

import java.util.List;
import java.util.UUID;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.SwitchedRules;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules are not simply closed: what each may do, they can. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AllowedContract {

    @Autowired
    FhirHttp ehr;

    @Autowired
    SwitchedRules rules;

    @SuppressWarnings("NullAway.Init")
    private World world;

    @SuppressWarnings("NullAway.Init")
    private Visitors visitors;

    @BeforeAll
    void a_world() {
        world = World.of(ehr, rules);
        visitors = world.visitors();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient/QuestionnaireResponse.rs",
                "patient/QuestionnaireResponse.read",
                "patient/*.read",
                "patient/*.*",
                "user/QuestionnaireResponse.rs",
                "user/*.cruds",
                "patient/QuestionnaireResponse.r patient/QuestionnaireResponse.s",
                "patient/Observation.rs patient/QuestionnaireResponse.rs?status=completed"
            })
    void patients_see_their_own_responses(String scopes) {
        FhirHttp a = ehr.as(visitors.patientA(scopes));

        assertThat(a.get("/QuestionnaireResponse/qr-" + world.a).status()).isEqualTo(200);
        assertThat(ids(a.get("/QuestionnaireResponse?patient=" + world.a))).contains("qr-" + world.a);
        assertThat(a.get("/QuestionnaireResponse/qr-" + world.a + "/_history")
                        .as(Bundle.class)
                        .getEntry())
                .hasSize(1);
        assertThat(a.get("/QuestionnaireResponse/qr-" + world.a + "/_history/1").status())
                .isEqualTo(200);
    }

    @Test
    void patients_see_all_that_is_about_them_but_psychotherapy_notes() {
        FhirHttp a = ehr.as(visitors.patientA().signed());

        for (String type :
                List.of("Patient/", "ServiceRequest/sr-", "Task/task-", "Goal/goal-", "QuestionnaireResponse/draft-")) {
            assertThat(a.get("/" + type + world.a).status()).as(type).isEqualTo(200);
        }
        assertThat(ids(a.get("/Communication")))
                .containsExactlyInAnyOrder("com-" + world.a, "restricted-" + world.a, "secret-" + world.a);
        assertThat(a.get("/Communication?_summary=count").as(Bundle.class).getTotal())
                .isEqualTo(3);
        assertThat(ids(a.get("/Patient"))).containsExactly(world.a);
    }

    @Test
    void patients_submit_and_correct_their_responses() {
        FhirHttp a = ehr.as(visitors.patientA("patient/QuestionnaireResponse.cru"));
        String uuid = UUID.randomUUID().toString();
        String named = World.also("\"id\":\"" + uuid + "\"", world.answerOfA());

        assertThat(a.post("/QuestionnaireResponse", world.answerOfA()).status()).isEqualTo(201);
        assertThat(a.put("/QuestionnaireResponse/" + uuid, named).status()).isEqualTo(201);
        assertThat(a.put("/QuestionnaireResponse/" + uuid, named.replace("completed", "amended"))
                        .status())
                .isEqualTo(200);
        assertThat(a.post(
                                "/",
                                Bundles.of(
                                        "transaction",
                                        Bundles.entry("POST", "QuestionnaireResponse", world.answerOfA())))
                        .status())
                .isEqualTo(200);
        assertThat(a.post(
                                "/QuestionnaireResponse",
                                World.also("\"author\":{\"reference\":\"Patient/" + world.a + "\"}", world.answerOfA()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoever_may_create_and_not_read_still_creates() {
        FhirHttp a = ehr.as(visitors.patientA("patient/QuestionnaireResponse.c"));

        Reply reply = a.send("POST", "/QuestionnaireResponse", world.answerOfA(), "Prefer", "return=representation");

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.body()).doesNotContain("anxiety-peak");
    }

    @Test
    void patients_ask_how_their_homework_goes() {
        FhirHttp a = ehr.as(visitors.patientA("patient/Observation.rs"));

        for (String of : List.of("Patient/", "CarePlan/cp-", "ServiceRequest/sr-")) {
            Bundle report = a.get("/" + of + world.a + "/$homework-adherence").as(Bundle.class);
            assertThat(report.getEntry()).as(of).isNotEmpty();
        }
    }

    @Test
    void the_proxy_of_a_minor_acts_for_them() {
        FhirHttp proxy = ehr.as(visitors.proxy("proxy-" + world.minor, world.minor));
        String answer = World.also(
                "\"author\":{\"reference\":\"RelatedPerson/proxy-" + world.minor + "\"}",
                world.answer("Patient/" + world.minor, "ServiceRequest/sr-" + world.minor));

        assertThat(proxy.get("/Patient/" + world.minor).status()).isEqualTo(200);
        assertThat(ids(proxy.get("/Condition"))).containsExactly("cond-" + world.minor);
        assertThat(proxy.post("/QuestionnaireResponse", answer).status()).isEqualTo(201);
    }

    @Test
    void clinicians_find_their_own_patients_and_nobody_else_and_count_them_right() {
        FhirHttp own = ehr.as(visitors.own());

        assertThat(ids(own.get("/Patient"))).containsExactly(world.a);
        assertThat(own.get("/Patient?_total=accurate").as(Bundle.class).getTotal())
                .isEqualTo(1);
        assertThat(ids(own.get("/Condition"))).containsExactly("cond-" + world.a);
        assertThat(ids(own.get("/QuestionnaireResponse?_count=100")))
                .contains("qr-" + world.a)
                .doesNotContain("draft-" + world.a);
        assertThat(ids(own.get("/Communication"))).containsExactly("com-" + world.a);
        assertThat(own.get("/Patient/" + world.a + "/$homework-adherence").status())
                .isEqualTo(200);
    }

    @Test
    void clinicians_without_patients_find_nobody() {
        assertThat(ids(ehr.as(visitors.left()).get("/Condition"))).isEmpty();
    }

    @Test
    void clinicians_assign_and_the_assignment_ties_them_to_their_patient() {
        FhirHttp launched = ehr.as(visitors.clinician("notes").patient(world.b).signed());
        String order = launched.get("/ServiceRequest/sr-" + world.b).body();
        String requester = "\"requester\":{\"reference\":\"Practitioner/notes-" + world.suffix + "\"}";

        assertThat(ehr.as(visitors.clinician("notes").signed())
                        .get("/Patient/" + world.b)
                        .status())
                .isEqualTo(403);
        assertThat(launched.post("/ServiceRequest", World.also(requester, order))
                        .status())
                .isEqualTo(201);
        assertThat(ehr.as(visitors.clinician("notes").signed())
                        .get("/Patient/" + world.b)
                        .status())
                .isEqualTo(200);
        assertThat(ids(ehr.as(visitors.clinician("notes").signed()).get("/Patient")))
                .containsExactlyInAnyOrder(world.a, world.b);
    }

    @Test
    void clinicians_write_what_they_observe_and_worksheets_of_their_own() {
        FhirHttp own = ehr.as(visitors.own());

        assertThat(own.post("/Goal", Writing.goal(world.a)).status()).isEqualTo(201);
        assertThat(own.post("/Observation", Scoped.observation(world.a, "survey"))
                        .status())
                .isEqualTo(201);
        assertThat(own.post(
                                "/Questionnaire",
                                "{\"resourceType\":\"Questionnaire\",\"url\":\"https://example.org/q-" + world.suffix
                                        + "\",\"status\":\"draft\"}")
                        .status())
                .isEqualTo(201);
        assertThat(own.post(
                                "/QuestionnaireResponse",
                                World.also(
                                        "\"author\":{\"reference\":\"Practitioner/own-" + world.suffix
                                                + "\"},\"source\":{\"reference\":\"Patient/" + world.a + "\"}",
                                        world.answerOfA()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_role_or_a_consent_opens_what_is_sensitive() {
        for (String who : List.of("notes", "consented")) {
            FhirHttp reader = ehr.as(visitors.clinician(who).signed());
            assertThat(reader.get("/Communication/note-" + world.a).status())
                    .as(who)
                    .isEqualTo(200);
            assertThat(reader.get("/Communication/restricted-" + world.a).status())
                    .as(who)
                    .isEqualTo(200);
            assertThat(ids(reader.get("/Communication"))).as(who).contains("note-" + world.a, "restricted-" + world.a);
        }
        assertThat(ehr.as(visitors.clinician("consented").signed())
                        .get("/Communication/secret-" + world.a)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void scopes_with_criteria_show_what_meets_them_and_add_up() {
        FhirHttp surveys = ehr.as(visitors.patientA("patient/Observation.rs?category=survey"));
        FhirHttp both = ehr.as(
                visitors.patientA("patient/Observation.r?category=survey patient/Observation.rs?category=vital-signs"));

        assertThat(surveys.get("/Observation/obs-" + world.a).status()).isEqualTo(200);
        assertThat(ids(surveys.get("/Observation?_count=200")))
                .contains("obs-" + world.a)
                .doesNotContain("vital-" + world.a);
        assertThat(both.get("/Observation/obs-" + world.a).status()).isEqualTo(200);
        assertThat(both.get("/Observation/vital-" + world.a).status()).isEqualTo(200);
        assertThat(ids(both.get("/Observation?_count=200")))
                .contains("vital-" + world.a)
                .doesNotContain("obs-" + world.a);
    }

    @Test
    void whoever_searched_turns_the_page() {
        FhirHttp a = ehr.as(visitors.patientA().signed());
        Bundle first = a.get("/Communication?_count=1").as(Bundle.class);
        String next = first.getLink("next").getUrl();

        assertThat(ids(a.get("/" + next.substring(next.indexOf('?')))))
                .hasSize(1)
                .doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void a_client_with_an_agreement_does_what_is_agreed() {
        FhirHttp observer = ehr.as(visitors.observer());

        assertThat(ids(observer.get("/Observation?_id=obs-" + world.a + ",obs-" + world.b)))
                .hasSize(2);
        assertThat(observer.post("/Observation", Scoped.observation(world.b, "survey"))
                        .status())
                .isEqualTo(201);
        assertThat(observer.send(
                                "POST",
                                "/Observation",
                                World.also(
                                        "\"identifier\":[{\"value\":\"" + world.suffix + "\"}]",
                                        Scoped.observation(world.b, "survey")),
                                "If-None-Exist",
                                "identifier=" + world.suffix)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void definitions_are_for_all_who_are_signed_in() {
        for (String token :
                List.of(visitors.patientA(""), visitors.own(), visitors.blank().signed())) {
            assertThat(ids(ehr.as(token).get("/Questionnaire?_count=3"))).isNotEmpty();
        }
    }

    @Test
    void auditors_read_the_audit_trail() {
        FhirHttp auditor = ehr.as(visitors.clinician("auditor").signed());

        assertThat(auditor.get("/AuditEvent/" + world.audit).status()).isEqualTo(200);
        assertThat(ids(auditor.get("/AuditEvent?_id=" + world.audit))).hasSize(1);
    }

    @Test
    void everybody_is_told_how_to_sign_in() {
        CapabilityStatement metadata = ehr.as(null).get("/metadata").as(CapabilityStatement.class);

        assertThat(metadata.getRestFirstRep().getSecurity().getService())
                .extracting(service -> service.getCodingFirstRep().getCode())
                .containsExactly("SMART-on-FHIR");
    }
}
