package org.cbthomework.demo.patients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cbthomework.demo.harness.EhrOnH2;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.SettableClock;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@EhrOnH2
@ExtendWith(OutputCaptureExtension.class)
class LoadingPatientsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final String TAG = """
            {"resourceType": "Parameters", "parameter": [{"name": "meta", "valueMeta": {"tag": [
              {"system": "https://w3id.org/cbt-homework/fhir/demo", "code": "%s"}]}}]}
            """.formatted(Marks.seed());

    /** Who they all are is tried where their behaviour is. */
    private static final List<DemoPatient> SOME = Cohort.patients().stream()
            .filter(patient -> Set.of("demo-steady", "demo-never", "demo-new").contains(patient.id()))
            .toList();

    @Autowired
    FhirHttp ehr;

    @Autowired
    StoredPatients stored;

    @Autowired
    SettableClock clock;

    @SuppressWarnings("NullAway.Init")
    private LoadingPatients loading;

    @BeforeEach
    void load() {
        clock.setTo(NOW);
        loading = new LoadingPatients(stored, SOME, clock);
        loading.load(false, () -> true);
    }

    @AfterEach
    void letTimeGoOn() {
        clock.followTheSystem();
    }

    @Test
    void loading_twice_adds_nothing() {
        int responses = responses();

        assertThat(loading.load(false, () -> true)).isEqualTo(Loaded.NOTHING);

        assertThat(responses()).isEqualTo(responses).isGreaterThan(70);
    }

    @Test
    void a_later_start_leaves_them_as_they_are_and_a_reset_brings_them_up_to_the_day() {
        loading.load(true, () -> true);
        String assigned = start();
        clock.setTo(NOW.plus(Duration.ofDays(10)));

        assertThat(loading.load(false, () -> true)).isEqualTo(Loaded.NOTHING);
        assertThat(start()).isEqualTo(assigned);

        Loaded anew = loading.load(true, () -> true);
        assertThat(anew.patients()).isEqualTo(SOME.size());
        assertThat(responses()).isEqualTo(anew.responses());
        assertThat(start()).isGreaterThan(assigned);
    }

    @Test
    void a_patient_of_the_same_id_who_is_not_of_the_demo_is_left_alone(CapturedOutput output) {
        String stored = ehr.get("/Patient/demo-new").body();
        ehr.post("/Patient/demo-new/$meta-delete", TAG);

        Loaded loaded = loading.load(false, () -> true);

        assertThat(ehr.get("/QuestionnaireResponse?patient=demo-new&_summary=count")
                        .as(Bundle.class)
                        .getTotal())
                .isPositive();
        ehr.put("/Patient/demo-new", stored);
        assertThat(loaded).isEqualTo(Loaded.NOTHING);
        assertThat(output).contains("Patient/demo-new is not of the demo and was left alone");
    }

    @Test
    void one_who_cannot_be_loaded_is_named_with_the_reason_and_the_others_are_loaded(CapturedOutput output) {
        ehr.put(
                "/Condition/demo-in-the-way",
                "{\"resourceType\": \"Condition\", \"id\": \"demo-in-the-way\","
                        + " \"subject\": {\"reference\": \"Patient/demo-never\"}}");

        Loaded loaded = loading.load(true, () -> true);

        ehr.delete("/Condition/demo-in-the-way");
        assertThat(loaded.patients()).isEqualTo(SOME.size() - 1);
        assertThat(output).contains("Patient/demo-never was not loaded").contains("Condition/demo-in-the-way");
    }

    @Test
    void a_server_that_stops_gets_no_further_patient() {
        assertThat(loading.load(true, () -> false)).isEqualTo(Loaded.NOTHING);
    }

    private String start() {
        return ehr.get("/ServiceRequest/demo-steady-diary")
                .as(ServiceRequest.class)
                .getOccurrenceTiming()
                .getRepeat()
                .getBoundsPeriod()
                .getStartElement()
                .getValueAsString();
    }

    private int responses() {
        String them = SOME.stream().map(DemoPatient::id).collect(Collectors.joining(","));
        return ehr.get("/QuestionnaireResponse?author=Device/demo-import&_summary=count&patient=" + them)
                .as(Bundle.class)
                .getTotal();
    }
}
