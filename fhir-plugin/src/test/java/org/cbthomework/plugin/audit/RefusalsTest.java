package org.cbthomework.plugin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("domain")
class RefusalsTest {

    private final Refusals refusals = new Refusals(new Draft(Asking.CLOCK));

    @Test
    void a_refusal_says_what_was_asked_and_with_which_status_it_ended() {
        AuditEvent event = refusals.of(Asking.of("read", "GET", "Observation/o", ""), 403);

        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._4);
        assertThat(event.getOutcomeDesc()).isEqualTo("Refused with status 403");
        assertThat(event.getMeta().getProfile().get(0).getValue()).endsWith("IHE.BasicAudit.Read");
        assertThat(event.getEntity().get(1).getWhat().getIdentifier().getValue())
                .isEqualTo(Asking.BASE + "/Observation/o");
    }

    @Test
    void a_failure_of_the_server_is_a_serious_one() {
        assertThat(refusals.of(Asking.of("read", "GET", "Observation/o", ""), 500)
                        .getOutcome())
                .isEqualTo(AuditEventOutcome._8);
    }

    @Test
    void whoever_is_unknown_is_an_address() {
        AuditEvent event = refusals.of(Asking.unknown("read", "GET", "Patient/p"), 401);

        AuditEventAgentComponent client = event.getAgentFirstRep();
        assertThat(client.getRequestor()).isTrue();
        assertThat(client.getNetwork().getAddress()).isEqualTo("192.0.2.7");
        assertThat(client.getWho().hasIdentifier()).isFalse();
        assertThat(event.getAgent()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    Patient/p,             read",
        "GET,    Patient/p/_history/1,  read",
        "GET,    Patient,               search-type",
        "POST,   Patient/_search,       search-type",
        "POST,   Patient,               create",
        "POST,   '',                    transaction",
        "PUT,    Patient/p,             update",
        "PATCH,  Patient/p,             patch",
        "DELETE, Patient/p,             delete",
        "GET,    Patient/p/$everything, operation"
    })
    void what_was_refused_before_it_was_read_is_told_by_verb_and_path(
            RequestTypeEnum verb, String path, String interaction) {
        assertThat(Interaction.guess(verb, path)).isEqualTo(interaction);
    }
}
