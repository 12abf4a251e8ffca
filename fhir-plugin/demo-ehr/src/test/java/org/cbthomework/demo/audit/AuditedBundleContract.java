package org.cbthomework.demo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.cbthomework.demo.audit.Auditor.Audited;
import org.cbthomework.demo.harness.FhirHttp;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The entries of a bundle belong to one request, which is told once for each patient. */
abstract class AuditedBundleContract {

    @Autowired
    FhirHttp ehr;

    private Auditor auditor;
    private Ward ward;

    @BeforeEach
    void begin() {
        auditor = new Auditor(ehr);
        ward = new Ward(ehr);
    }

    private static String bundle(String type, String... entries) {
        return "{\"resourceType\": \"Bundle\", \"type\": \"" + type + "\", \"entry\": [" + String.join(",", entries)
                + "]}";
    }

    private static String get(String url) {
        return "{\"request\": {\"method\": \"GET\", \"url\": \"" + url + "\"}}";
    }

    private static String put(String resource, String url) {
        return "{\"resource\": " + resource + ", \"request\": {\"method\": \"PUT\", \"url\": \"" + url + "\"}}";
    }

    @Test
    void a_transaction_is_told_once_for_each_patient() {
        String one = ward.admit();
        String other = ward.admit();
        String first = "o-" + UUID.randomUUID();
        String second = "o-" + UUID.randomUUID();

        Audited stored = auditor.ask(
                ehr,
                "POST",
                "/",
                bundle(
                        "transaction",
                        put(Ward.observation(first, one, "a"), "Observation/" + first),
                        put(Ward.observation(second, other, "b"), "Observation/" + second)));

        assertThat(stored.reply().status()).as(stored.reply().body()).isEqualTo(200);
        assertThat(stored.events()).hasSize(2).allSatisfy(event -> {
            assertThat(Auditor.profile(event)).isEqualTo("PatientCreate");
            assertThat(event.getSubtype()).extracting(Coding::getCode).containsExactly("transaction", "create");
        });
        assertThat(stored.events().stream().flatMap(event -> Auditor.patients(event).stream()))
                .containsExactlyInAnyOrder("Patient/" + one, "Patient/" + other);
    }

    @Test
    void a_batch_is_told_once_with_all_that_it_has_shown() {
        String patient = ward.admit();
        String note = ward.note(patient, "calm");

        AuditEvent event = auditor.ask(
                        ward.app(patient),
                        "POST",
                        "/",
                        bundle("batch", get("Patient/" + patient), get("Observation/" + note), get("Observation")))
                .only(200);

        assertThat(event.getSubtype()).extracting(Coding::getCode).contains("batch");
        assertThat(Auditor.patients(event)).containsExactly("Patient/" + patient);
        assertThat(Auditor.data(event)).containsExactlyInAnyOrder("Patient/" + patient, "Observation/" + note);
    }

    @Test
    void entries_of_a_batch_that_are_refused_are_told_together_beside_the_rest() {
        String patient = ward.admit();
        String another = ward.admit();

        Audited batch = auditor.ask(
                ward.app(patient),
                "POST",
                "/",
                bundle("batch", get("Patient/" + patient), get("Patient/" + another), get("Observation/absent")));

        assertThat(batch.reply().status()).as(batch.reply().body()).isEqualTo(200);
        assertThat(batch.events())
                .extracting(AuditEvent::getOutcome)
                .containsExactly(AuditEventOutcome._0, AuditEventOutcome._4);
        assertThat(Auditor.patients(batch.events().get(0))).containsExactly("Patient/" + patient);
        assertThat(batch.events().get(1).getOutcomeDesc()).startsWith("Refused 2 entries of a bundle with status 403");
        assertThat(Auditor.patients(batch.events().get(1))).isEmpty();
    }

    @Test
    void a_transaction_that_is_refused_is_told_once_and_nothing_of_its_entries() {
        String patient = ward.admit();
        String another = ward.admit();
        String note = "o-" + UUID.randomUUID();

        AuditEvent event = auditor.ask(
                        ward.app(patient),
                        "POST",
                        "/",
                        bundle(
                                "transaction",
                                get("Patient/" + patient),
                                put(Ward.observation(note, another, "a"), "Observation/" + note)))
                .only(403);

        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._4);
        assertThat(Auditor.patients(event)).isEmpty();
    }

    @Test
    void a_read_that_is_refused_within_a_transaction_is_told_beside_the_rest() {
        String patient = ward.admit();
        String another = ward.admit();

        Audited read = auditor.ask(
                ward.app(patient),
                "POST",
                "/",
                bundle("transaction", get("Patient/" + patient), get("Patient/" + another)));

        assertThat(read.events())
                .extracting(AuditEvent::getOutcome)
                .containsExactly(AuditEventOutcome._0, AuditEventOutcome._4);
    }
}
