package org.cbthomework.demo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.SwitchedRules;
import org.cbthomework.demo.harness.TestIssuer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;

/** The server beside two EHRs, asked by an app that both launch. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class GrantsContract {

    private static final String ONE = TestIssuer.EHRS.get(0);
    private static final String TWO = TestIssuer.EHRS.get(1);
    private static final String ZONE = "http://hl7.org/fhir/StructureDefinition/timezone";
    private static final int AT_ONCE = 16;

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

    /** An id at an EHR that no other test uses. */
    private static String number() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private FhirHttp patient(String at, String number) {
        return ehr.as(visitors.granted(at, number).signed());
    }

    private FhirHttp clinician(String at, String number, String patient) {
        return ehr.as(visitors.granted(at, number, patient).signed());
    }

    private <T extends Resource> List<T> stubs(Class<T> type, String at, String number) {
        return ehr
                .getFresh("/" + type.getSimpleName() + "?identifier=" + at + "%7C" + number)
                .as(Bundle.class)
                .getEntry()
                .stream()
                .map(entry -> type.cast(entry.getResource()))
                .toList();
    }

    private String stub(String at, String number) {
        assertThat(patient(at, number).get("/Task").status()).isEqualTo(200);
        return stubs(Patient.class, at, number).get(0).getIdElement().getIdPart();
    }

    private static String order(String patient) {
        return World.fixture("order").with("patient", patient).json();
    }

    @Test
    void whoever_comes_first_is_stored_once_and_nothing_of_them_but_who_and_where_they_are() {
        String number = number();
        String token = visitors.granted(ONE, "dr-" + number, number)
                .claim("patient_zone", "Asia/Tokyo")
                .signed();
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);

        List<CompletableFuture<Reply>> replies = IntStream.range(0, AT_ONCE)
                .mapToObj(each ->
                        CompletableFuture.supplyAsync(() -> ehr.as(token).get("/Task"), pool))
                .toList();

        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.join().status()).isEqualTo(200));
        pool.shutdown();
        assertThat(stubs(Practitioner.class, ONE, "dr-" + number)).hasSize(1);
        assertThat(stubs(Patient.class, ONE, number)).singleElement().satisfies(patient -> {
            assertThat(patient.getMeta().getVersionId()).isEqualTo("1");
            assertThat(patient.getExtensionString(ZONE)).isEqualTo("Asia/Tokyo");
            assertThat(patient.hasName() || patient.hasBirthDate() || patient.hasTelecom())
                    .isFalse();
        });
    }

    @Test
    void a_patient_who_moves_takes_their_clock_along() {
        String number = number();
        stub(ONE, number);

        ehr.as(visitors.granted(ONE, number)
                        .claim("patient_zone", "America/Lima")
                        .signed())
                .get("/Task");

        assertThat(stubs(Patient.class, ONE, number).get(0).getExtensionString(ZONE))
                .isEqualTo("America/Lima");
    }

    @Test
    void a_clinician_assigns_in_the_chart_that_is_open_and_the_patient_sees_it() {
        String number = number();
        String stub = stub(ONE, number);
        FhirHttp clinician = clinician(ONE, "dr-" + number, number);

        Reply assigned = clinician.post("/ServiceRequest", order(stub));

        assertThat(assigned.status()).as(assigned.body()).isEqualTo(201);
        assertThat(patient(ONE, number).get("/ServiceRequest/" + assigned.id()).status())
                .isEqualTo(200);
        assertThat(patient(ONE, number)
                        .get("/ServiceRequest?patient=" + stub)
                        .as(Bundle.class)
                        .getEntry())
                .extracting(entry ->
                        ((ServiceRequest) entry.getResource()).getSubject().getReference())
                .containsExactly("Patient/" + stub);
    }

    @Test
    void the_same_number_at_two_ehrs_is_two_patients() {
        String number = number();
        String atOne = stub(ONE, number);
        String atTwo = stub(TWO, number);
        Reply assigned = clinician(ONE, "dr-" + number, number).post("/ServiceRequest", order(atOne));
        assertThat(assigned.status()).as(assigned.body()).isEqualTo(201);

        assertThat(atTwo).isNotEqualTo(atOne);
        for (FhirHttp other : List.of(patient(TWO, number), clinician(TWO, "dr-" + number, number))) {
            assertThat(other.get("/Patient/" + atOne).status()).isEqualTo(403);
            assertThat(other.get("/ServiceRequest/" + assigned.id()).status()).isEqualTo(403);
            assertThat(other.get("/ServiceRequest?patient=" + atOne).status()).isEqualTo(403);
            assertThat(other.get("/ServiceRequest").as(Bundle.class).getEntry()).isEmpty();
            assertThat(other.post("/ServiceRequest", order(atOne)).status()).isEqualTo(403);
        }
    }

    @Test
    void a_patient_of_this_server_is_not_reached_by_being_called_the_same_elsewhere() {
        for (FhirHttp namesake : List.of(patient(ONE, world.b), clinician(ONE, "own-" + world.suffix, world.b))) {
            assertThat(namesake.get("/Patient/" + world.b).status()).isEqualTo(403);
            assertThat(namesake.get("/QuestionnaireResponse/qr-" + world.b).status())
                    .isEqualTo(403);
            assertThat(namesake.get("/QuestionnaireResponse").as(Bundle.class).getEntry())
                    .isEmpty();
        }
    }

    @Test
    void an_id_that_is_taken_by_somebody_else_opens_nothing() {
        String number = number();
        String stub = stub(ONE, number);
        String other = number();
        Reply moved = ehr.put(
                "/Patient/" + stub,
                "{\"resourceType\":\"Patient\",\"id\":\"" + stub + "\",\"identifier\":[{\"system\":\"" + ONE
                        + "\",\"value\":\"" + other + "\"}]}");
        assertThat(moved.status()).isEqualTo(200);

        Reply refused = ehr.as(visitors.granted(ONE, number)
                        .claim("patient_zone", "Asia/Tokyo")
                        .signed())
                .get("/Patient/" + stub);

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void a_proxy_acts_for_the_patient_of_the_launch_and_for_no_other() {
        String number = number();
        String stub = stub(ONE, number);
        String other = number();
        String stubOfOther = stub(ONE, other);
        String proxy = ONE + "/RelatedPerson/proxy-" + number;

        Reply own = ehr.as(visitors.granted(ONE, number).user(proxy).signed()).get("/Patient/" + stub);
        Reply others = ehr.as(visitors.granted(ONE, other).user(proxy).signed()).get("/Patient/" + stubOfOther);

        assertThat(own.status()).isEqualTo(200);
        assertThat(others.status()).isEqualTo(403);
        assertThat(stubs(RelatedPerson.class, ONE, "proxy-" + number))
                .singleElement()
                .satisfies(
                        stored -> assertThat(stored.getPatient().getReference()).isEqualTo("Patient/" + stub));
    }

    @Test
    void a_grant_is_never_for_the_system_nor_for_more_than_its_scopes() {
        String number = number();
        String stub = stub(ONE, number);
        FhirHttp greedy =
                ehr.as(visitors.granted(ONE, number).scope("system/*.cruds").signed());
        FhirHttp reading = ehr.as(visitors.granted(ONE, "dr-" + number, number)
                .scope("user/ServiceRequest.rs")
                .signed());

        assertThat(greedy.get("/Patient/" + stub).status()).isEqualTo(403);
        assertThat(greedy.get("/Patient/" + world.a).status()).isEqualTo(403);
        assertThat(reading.get("/ServiceRequest?patient=" + stub).status()).isEqualTo(200);
        assertThat(reading.post("/ServiceRequest", order(stub)).status()).isEqualTo(403);
    }

    @Test
    void nobody_writes_their_own_stub() {
        String number = number();
        String stub = stub(ONE, number);

        assertThat(patient(ONE, number)
                        .put("/Patient/" + stub, "{\"resourceType\":\"Patient\",\"id\":\"" + stub + "\"}")
                        .status())
                .isEqualTo(403);
    }
}
