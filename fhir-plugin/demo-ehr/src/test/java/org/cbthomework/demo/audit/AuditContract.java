package org.cbthomework.demo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cbthomework.demo.audit.Auditor.Audited;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.SettableClock;
import org.cbthomework.demo.harness.TestIssuer;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each request that is answered leaves an event for each patient whose data it has shown or written. */
abstract class AuditContract {

    @Autowired
    FhirHttp ehr;

    @Autowired
    SettableClock clock;

    private Auditor auditor;
    private Ward ward;

    @BeforeEach
    void begin() {
        auditor = new Auditor(ehr);
        ward = new Ward(ehr);
    }

    private static void assertTold(AuditEvent event, String profile, String interaction, String patient) {
        assertThat(Auditor.profile(event)).isEqualTo(profile);
        assertThat(event.getSubtype()).extracting(Coding::getCode).contains(interaction);
        assertThat(Auditor.patients(event)).containsExactly("Patient/" + patient);
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._0);
        assertThat(event.getRecorded()).isNotNull();
        assertThat(event.getSource().getObserver().hasIdentifier()).isTrue();
    }

    @Test
    void whatever_is_read() {
        String patient = ward.admit();
        String note = ward.note(patient, "calm");
        FhirHttp app = ward.app(patient);

        AuditEvent read = auditor.ask(app, "GET", "/Observation/" + note, null).only(200);
        assertTold(read, "PatientRead", "read", patient);
        assertThat(Auditor.data(read)).containsExactly("Observation/" + note);
        assertThat(read.getAgent()).hasSize(3);
        assertThat(read.getAgent().get(0).getWho().getIdentifier().getValue()).isEqualTo("diary-app");
        assertThat(read.getAgent().get(2).getWho().getIdentifier().getValue()).isEqualTo("Patient/" + patient);
        assertTold(
                auditor.ask(app, "GET", "/Observation/" + note + "/_history/1", null)
                        .only(200),
                "PatientRead",
                "vread",
                patient);
        assertTold(
                auditor.ask(app, "GET", "/Observation/" + note + "/_history", null)
                        .only(200),
                "PatientRead",
                "history-instance",
                patient);
        assertTold(
                auditor.ask(app, "GET", "/Observation/" + note, null, "If-None-Match", "W/\"1\"")
                        .only(304),
                "PatientRead",
                "read",
                patient);
        assertTold(
                auditor.ask(app, "GET", "/Patient/" + patient + "/$homework-adherence", null)
                        .only(200),
                "PatientQuery",
                "operation",
                patient);
    }

    @Test
    void whatever_is_searched() {
        String patient = ward.admit();
        ward.note(patient, "calm");
        FhirHttp app = ward.app(patient);

        AuditEvent search =
                auditor.ask(app, "GET", "/Observation?status=final", null).only(200);
        assertTold(search, "PatientQuery", "search-type", patient);
        assertThat(Auditor.query(search))
                .startsWith(ehr.base() + "/Observation?")
                .contains("status=final");
        AuditEvent posted = auditor.ask(app, "POST", "/Observation/_search?status=final", null)
                .only(200);
        assertTold(posted, "PatientQuery", "search-type", patient);
        AuditEvent nothing =
                auditor.ask(app, "GET", "/Observation?status=cancelled", null).only(200);
        assertThat(Auditor.profile(nothing)).isEqualTo("Query");
        assertThat(Auditor.patients(nothing)).isEmpty();
    }

    @Test
    void whatever_is_written_with_or_without_a_body_in_the_answer() {
        String patient = ward.admit();
        String id = "o-" + UUID.randomUUID();
        String path = "/Observation/" + id;

        assertTold(
                auditor.ask(ehr, "PUT", path, Ward.observation(id, patient, "a"), "Prefer", "return=minimal")
                        .only(201),
                "PatientCreate",
                "update",
                patient);
        assertTold(
                auditor.ask(ehr, "PUT", path, Ward.observation(id, patient, "b"), "Prefer", "return=minimal")
                        .only(200),
                "PatientUpdate",
                "update",
                patient);
        assertTold(
                auditor.ask(ehr, "PUT", path, Ward.observation(id, patient, "b"), "Prefer", "return=minimal")
                        .only(200),
                "PatientUpdate",
                "update",
                patient);
        assertTold(
                auditor.ask(ehr, "PUT", path, Ward.observation(id, patient, "c"))
                        .only(200),
                "PatientUpdate",
                "update",
                patient);
        String patch = """
                {"resourceType": "Parameters", "parameter": [{"name": "operation", "part": [
                  {"name": "type", "valueCode": "replace"}, {"name": "path", "valueString": "Observation.status"},
                  {"name": "value", "valueCode": "amended"}]}]}""";
        assertTold(auditor.ask(ehr, "PATCH", path, patch).only(200), "PatientUpdate", "patch", patient);
        AuditEvent deleted = auditor.ask(ehr, "DELETE", path, null).only(200);
        assertTold(deleted, "PatientDelete", "delete", patient);
        assertThat(Auditor.data(deleted)).containsExactly("Observation/" + id);
        String unnamed = Ward.observation(id, patient, "d").replace("\"id\": \"" + id + "\",", "");
        AuditEvent created = auditor.ask(ehr, "POST", "/Observation", unnamed).only(201);
        assertTold(created, "PatientCreate", "create", patient);
        assertThat(created.getAgent().get(2).getWho().getIdentifier().getValue())
                .as("whom the issuer names, where the token has no fhirUser")
                .isEqualTo("somebody");
    }

    @Test
    void a_search_across_patients_for_each_of_them_and_across_many_in_one_event() {
        String few = "w-" + UUID.randomUUID();
        List<String> three = IntStream.range(0, 3)
                .mapToObj(number -> "Patient/" + ward.admit(few))
                .toList();
        String many = "w-" + UUID.randomUUID();
        IntStream.range(0, 25).forEach(number -> ward.admit(many));

        Audited ofFew = auditor.ask(ehr, "GET", "/Patient?identifier=" + few, null);
        Audited ofMany = auditor.ask(ehr, "GET", "/Patient?identifier=" + many, null);

        assertThat(ofFew.events())
                .hasSize(3)
                .allSatisfy(event -> assertThat(Auditor.profile(event)).isEqualTo("PatientQuery"));
        assertThat(ofFew.events().stream().flatMap(event -> Auditor.patients(event).stream()))
                .containsExactlyInAnyOrderElementsOf(three);
        assertThat(Auditor.patients(ofMany.only(200))).hasSize(25);
    }

    @Test
    void the_moment_is_that_of_the_plugins_clock() {
        String patient = ward.admit();
        Instant moment = Instant.parse("2026-03-02T19:10:00.123Z");
        clock.setTo(moment);
        try {
            AuditEvent read =
                    auditor.ask(ehr, "GET", "/Patient/" + patient, null).only(200);
            assertThat(read.getRecorded().toInstant()).isEqualTo(moment);
        } finally {
            clock.followTheSystem();
        }
    }

    @Test
    void the_trail_is_found_by_patient_and_hinders_no_deletion() {
        String patient = ward.admit();
        auditor.ask(ehr, "GET", "/Patient/" + patient, null).only(200);

        AuditEvent deleted =
                auditor.ask(ehr, "DELETE", "/Patient/" + patient, null).only(200);

        assertTold(deleted, "PatientDelete", "delete", patient);
        assertThat(auditor.told("Patient/" + patient))
                .extracting(Auditor::profile)
                .containsExactlyInAnyOrder("PatientCreate", "PatientRead", "PatientDelete");
    }

    @Test
    void the_trail_is_read_under_audit_and_written_by_nobody() {
        String patient = ward.admit();
        AuditEvent read = auditor.ask(ehr, "GET", "/Patient/" + patient, null).only(200);
        String name = "AuditEvent/" + read.getIdElement().getIdPart();

        AuditEvent looked = auditor.ask(ehr, "GET", "/" + name, null).only(200);

        assertThat(Auditor.profile(looked)).isEqualTo("Read");
        assertThat(Auditor.data(looked)).containsExactly(name);
        assertThat(auditor.ask(ehr, "DELETE", "/" + name, null).only(403).getOutcome())
                .isEqualTo(AuditEventOutcome._4);
        auditor.ask(ehr, "POST", "/AuditEvent", "{\"resourceType\": \"AuditEvent\"}")
                .only(403);
    }

    @Test
    void nothing_is_told_of_what_is_public() {
        assertThat(auditor.ask(ehr.as(null), "GET", "/metadata", null).events()).isEmpty();
        assertThat(auditor.ask(ehr.as(null), "GET", "/.well-known/smart-configuration", null)
                        .events())
                .isEmpty();
    }

    @Test
    void an_answer_is_never_in_the_trail() {
        String marker = "marker" + UUID.randomUUID().toString().replace("-", "");
        String patient = ward.admit();
        String id = "o-" + UUID.randomUUID();
        String path = "/Observation/" + id;
        String body = Ward.observation(id, patient, marker);
        // Strangers are told one by one so many times a minute: in one that begins here there is room, and nothing to
        // make up.
        clock.setTo(Instant.now().plus(Duration.ofMinutes(10)));
        ehr.as(null).get("/Patient/" + patient);
        List<Audited> all = List.of(
                auditor.ask(ehr, "PUT", path, body),
                auditor.ask(ward.app(patient), "GET", path, null),
                auditor.ask(ward.app(patient), "GET", "/Observation", null),
                auditor.ask(ward.app(patient), "PUT", path, body),
                auditor.ask(ehr.as(null), "PUT", path, body),
                auditor.ask(ehr, "PUT", path, body.replace("\"final\"", "\"" + marker + "\"")),
                auditor.ask(ehr, "DELETE", path, null));
        clock.followTheSystem();

        assertThat(all).extracting(each -> each.events().size()).containsOnly(1);
        assertThat(all.stream().flatMap(each -> each.events().stream()))
                .allSatisfy(event -> assertThat(Auditor.shape(event, "") + Auditor.query(event))
                        .doesNotContain(marker));
    }

    @Test
    void requests_at_once_have_an_event_each() {
        String patient = ward.admit();
        FhirHttp app = ehr.as(TestIssuer.TRUSTED.everything(ehr.base()));

        List<Integer> events = IntStream.range(0, 32)
                .parallel()
                .mapToObj(number -> auditor.ask(app, "GET", "/Patient/" + patient, null)
                        .events()
                        .size())
                .toList();

        assertThat(events).hasSize(32).containsOnly(1);
        assertThat(auditor.told("Patient/" + patient))
                .as("with the one that stored it")
                .hasSize(33);
    }
}
