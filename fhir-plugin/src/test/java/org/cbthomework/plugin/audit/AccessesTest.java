package org.cbthomework.plugin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("domain")
class AccessesTest {

    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    private final Accesses accesses = new Accesses(new Draft(Asking.CLOCK));

    private static Touch touch(Deed deed, String reference, String... patients) {
        return new Touch(reference, deed, Set.of(patients));
    }

    private static List<String> patients(AuditEvent event) {
        return entities(event, "1").stream()
                .map(AuditEventEntityComponent::getName)
                .toList();
    }

    private static List<AuditEventEntityComponent> entities(AuditEvent event, String role) {
        return event.getEntity().stream()
                .filter(entity -> role.equals(entity.getRole().getCode()))
                .toList();
    }

    private static String profile(AuditEvent event) {
        return event.getMeta().getProfile().get(0).getValue().substring(BALP.length());
    }

    @Test
    void a_read_of_a_patients_resource_has_every_element_that_the_profile_requires() {
        Asked asked = Asking.of("read", "GET", "Observation/o", "");

        List<AuditEvent> events = accesses.of(asked, List.of(touch(Deed.SHOWN, "Observation/o", "p")));

        assertThat(events).hasSize(1);
        AuditEvent event = events.get(0);
        assertThat(event.getMeta().getProfile().get(0).getValue()).isEqualTo(BALP + "PatientRead");
        assertThat(event.getType().getSystem()).isEqualTo("http://terminology.hl7.org/CodeSystem/audit-event-type");
        assertThat(event.getType().getCode()).isEqualTo("rest");
        assertThat(event.getSubtype()).extracting(Coding::getCode).containsExactly("read");
        assertThat(event.getSubtypeFirstRep().getSystem()).isEqualTo("http://hl7.org/fhir/restful-interaction");
        assertThat(event.getAction()).isEqualTo(AuditEventAction.R);
        assertThat(event.getRecorded().toInstant()).isEqualTo(Asking.NOW);
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._0);
        assertThat(event.getSource().getObserver().getIdentifier().getValue()).isEqualTo(Asking.BASE);
        AuditEventEntityComponent data = entities(event, "4").get(0);
        assertThat(data.getType().getCode()).isEqualTo("2");
        assertThat(data.getWhat().getType()).isEqualTo("Observation");
        assertThat(data.getWhat().getIdentifier().getSystem()).isEqualTo("urn:ietf:rfc:3986");
        assertThat(data.getWhat().getIdentifier().getValue()).isEqualTo(Asking.BASE + "/Observation/o");
        assertThat(data.getLifecycle().getCode()).isEqualTo("6");
        AuditEventEntityComponent patient = entities(event, "1").get(0);
        assertThat(patient.getType().getCode()).isEqualTo("1");
        assertThat(patient.getWhat().getType()).isEqualTo("Patient");
        assertThat(patient.getWhat().getIdentifier().getValue()).isEqualTo(Asking.BASE + "/Patient/p");
        AuditEventEntityComponent request = event.getEntityFirstRep();
        assertThat(request.getType().getCode()).isEqualTo("XrequestId");
        assertThat(request.getWhat().getIdentifier().getValue()).isEqualTo("request-1");
    }

    @Test
    void client_server_and_user_are_agents_and_the_user_is_who_asks() {
        AuditEvent event = accesses.of(Asking.of("read", "GET", "Patient/p", ""), List.of())
                .get(0);

        AuditEventAgentComponent client = event.getAgent().get(0);
        assertThat(client.getType().getCodingFirstRep().getCode()).isEqualTo("110153");
        assertThat(client.getWho().getIdentifier().getValue()).isEqualTo("diary-app");
        assertThat(client.getNetwork().getAddress()).isEqualTo("192.0.2.7");
        assertThat(client.getRequestor()).isFalse();
        AuditEventAgentComponent server = event.getAgent().get(1);
        assertThat(server.getType().getCodingFirstRep().getCode()).isEqualTo("110152");
        assertThat(server.getNetwork().getAddress()).isEqualTo(Asking.BASE);
        AuditEventAgentComponent user = event.getAgent().get(2);
        assertThat(user.getType().getCodingFirstRep().getCode()).isEqualTo("IRCP");
        assertThat(user.getWho().getIdentifier().getValue()).isEqualTo("Practitioner/c-1");
        assertThat(user.getRequestor()).isTrue();
    }

    @Test
    void a_search_tells_its_criteria_once_for_each_patient_it_found() {
        List<AuditEvent> events = accesses.of(
                Asking.of("search-type", "GET", "Observation", "code=x"),
                List.of(
                        touch(Deed.SHOWN, "Observation/1", "p"),
                        touch(Deed.SHOWN, "Observation/2", "q"),
                        touch(Deed.SHOWN, "Observation/3", "p")));

        assertThat(events).extracting(AccessesTest::profile).containsExactly("PatientQuery", "PatientQuery");
        assertThat(events)
                .extracting(AccessesTest::patients)
                .containsExactly(List.of("Patient/p"), List.of("Patient/q"));
        AuditEvent first = events.get(0);
        assertThat(first.getAction()).isEqualTo(AuditEventAction.E);
        assertThat(first.getSubtype()).extracting(Coding::getCode).containsExactly("search-type", "search");
        assertThat(entities(first, "4")).hasSize(2);
        assertThat(new String(entities(first, "24").get(0).getQuery(), StandardCharsets.UTF_8))
                .isEqualTo(Asking.BASE + "/Observation?code=x");
    }

    @Test
    void many_patients_share_events_that_name_all_of_them() {
        List<Touch> touched = IntStream.range(0, 450)
                .mapToObj(number -> touch(Deed.SHOWN, "Patient/p" + number, "p" + number))
                .toList();

        List<AuditEvent> events = accesses.of(Asking.of("search-type", "GET", "Patient", ""), touched);

        assertThat(events)
                .extracting(AccessesTest::profile)
                .containsOnly("Query")
                .hasSize(3);
        assertThat(events.stream().flatMap(event -> patients(event).stream()))
                .doesNotHaveDuplicates()
                .hasSize(450);
        assertThat(entities(events.get(0), "4")).hasSize(Accesses.NAMED);
        assertThat(entities(events.get(0), "24")
                        .get(0)
                        .getDetailFirstRep()
                        .getValue()
                        .primitiveValue())
                .isEqualTo("200");
    }

    @Test
    void what_is_about_no_patient_has_an_event_of_its_own() {
        List<AuditEvent> events = accesses.of(
                Asking.of("transaction", "POST", "", ""),
                List.of(touch(Deed.CREATED, "Patient/p", "p"), touch(Deed.UPDATED, "Practitioner/c")));

        assertThat(events).extracting(AccessesTest::profile).containsExactly("PatientCreate", "Update");
    }

    @ParameterizedTest
    @CsvSource({
        "create,     CREATED, PatientCreate, C, 1",
        "update,     CREATED, PatientCreate, C, 1",
        "update,     UPDATED, PatientUpdate, U, 3",
        "patch,      UPDATED, PatientUpdate, U, 3",
        "delete,     DELETED, PatientDelete, D, 14",
        "vread,      SHOWN,   PatientRead,   R, 6",
        "operation,  SHOWN,   PatientQuery,  E, 6",
        "transaction,DELETED, PatientDelete, D, 14"
    })
    void the_profile_follows_what_was_done(
            String interaction, Deed deed, String profile, AuditEventAction action, String lifecycle) {
        AuditEvent event = accesses.of(
                        Asking.of(interaction, "POST", "Observation/o", ""), List.of(touch(deed, "Observation/o", "p")))
                .get(0);

        assertThat(profile(event)).isEqualTo(profile);
        assertThat(event.getAction()).isEqualTo(action);
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo(interaction);
        assertThat(entities(event, "4").get(0).getLifecycle().getCode()).isEqualTo(lifecycle);
    }

    @Test
    void a_transaction_that_does_more_than_one_thing_is_an_update() {
        AuditEvent event = accesses.of(
                        Asking.of("transaction", "POST", "", ""),
                        List.of(touch(Deed.CREATED, "Observation/1", "p"), touch(Deed.DELETED, "Observation/2", "p")))
                .get(0);

        assertThat(profile(event)).isEqualTo("PatientUpdate");
    }

    @Test
    void a_resource_moved_from_one_patient_to_another_is_about_both() {
        Touch moved = touch(Deed.UPDATED, "Observation/o", "p").and(touch(Deed.SHOWN, "Observation/o", "q"));

        assertThat(moved).isEqualTo(touch(Deed.UPDATED, "Observation/o", "p", "q"));
    }
}
