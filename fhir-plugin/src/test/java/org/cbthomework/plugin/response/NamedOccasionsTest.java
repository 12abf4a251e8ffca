package org.cbthomework.plugin.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.plugin.assignment.Assigned;
import org.cbthomework.plugin.assignment.Assignments;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.ledger.AssignmentRow;
import org.cbthomework.plugin.ledger.AssignmentRows;
import org.cbthomework.plugin.ledger.CalendarRows;
import org.cbthomework.plugin.ledger.LedgerSchema;
import org.cbthomework.plugin.ledger.OccasionRow;
import org.cbthomework.plugin.ledger.OccasionRows;
import org.cbthomework.plugin.ledger.PublishedRow;
import org.cbthomework.plugin.ledger.PublishedRows;
import org.cbthomework.plugin.refusal.Refused;
import org.h2.jdbcx.JdbcDataSource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class NamedOccasionsTest {

    private static final String OCCASION = "https://w3id.org/cbt-homework/fhir/StructureDefinition/occasion";
    private static final String SYSTEM = "https://w3id.org/cbt-homework/fhir/occasion";
    private static final String WORKSHEET = "https://example.org/Questionnaire/diary";
    private static final AssignmentKey FIRST = AssignmentKey.ofServiceRequest("17");
    private static final AssignmentKey SECOND = AssignmentKey.ofServiceRequest("18");
    private static final AssignmentKey ANOTHER = AssignmentKey.ofServiceRequest("19");
    private static final AssignmentKey IN_A_PLAN = AssignmentKey.inCarePlan("12", WORKSHEET);

    private final JdbcDataSource database = new JdbcDataSource();
    private final AssignmentRows orders = ledger();
    private final OccasionRows given = new OccasionRows(database);
    private final PublishedRows published = new PublishedRows(database);
    private final Assignments assignments =
            new Assignments(FhirContext.forR4Cached(), orders, given, new CalendarRows(database), List.of());
    private final NamedOccasions occasions = new NamedOccasions(assignments, given, published);

    private AssignmentRows ledger() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        LedgerSchema.bringUpToDate(database);
        return new AssignmentRows(database);
    }

    /** A diary whose dose was changed once, another one, and one in a plan. */
    @BeforeEach
    void assign() {
        assign(FIRST, "2026-11-02", "");
        assign(SECOND, "2026-11-16", "\"replaces\": [{\"reference\": \"ServiceRequest/17\"}],");
        assign(ANOTHER, "2026-11-02", "");
        assign(IN_A_PLAN, "2026-11-02", "");
    }

    private void assign(AssignmentKey key, String start, String replaces) {
        orders.record(
                key.resource(),
                List.of(new AssignmentRow(
                        key,
                        "Patient/p1",
                        Optional.empty(),
                        WORKSHEET + "|1",
                        "SELF_ASSESSMENT",
                        "Europe/Berlin",
                        "{\"resourceType\": \"ServiceRequest\", " + replaces
                                + " \"occurrenceTiming\": {\"repeat\": {\"boundsPeriod\": {\"start\": \"" + start
                                + "\"}, \"frequency\": 1, \"period\": 1, \"periodUnit\": \"d\","
                                + " \"timeOfDay\": [\"20:00:00\"]}}}")));
    }

    private Optional<OccasionKey> find(AssignmentKey basedOn, Reference named) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.addExtension(OCCASION, named);
        Assigned assigned = assignments.find(basedOn).orElseThrow();
        return occasions.find(
                new Claim(response),
                new Assigned(
                        basedOn,
                        List.of(basedOn),
                        assigned.subject(),
                        assigned.carePlan(),
                        assigned.worksheet(),
                        assigned.terms(),
                        false));
    }

    private static Reference identifier(String value) {
        return new Reference().setIdentifier(new Identifier().setSystem(SYSTEM).setValue(value));
    }

    @Test
    void an_occasion_is_named_by_its_slot() {
        assertThat(find(FIRST, identifier("17/2026-11-23T20:00"))).contains(new OccasionKey("2026-11-23T20:00"));
        assertThat(find(FIRST, identifier("17/2026-11-23#2"))).contains(new OccasionKey("2026-11-23#2"));
        assertThat(find(IN_A_PLAN, identifier("12/diary/2026-11-23T20:00")))
                .contains(new OccasionKey("2026-11-23T20:00"));
    }

    @Test
    void an_occasion_is_named_by_any_assignment_of_its_chain() {
        assertThat(find(SECOND, identifier("17/2026-11-23T20:00"))).contains(new OccasionKey("2026-11-23T20:00"));
        assertThat(find(SECOND, identifier("18/2026-11-23T20:00"))).contains(new OccasionKey("2026-11-23T20:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19/2026-11-23T20:00", "1/2026-11-23T20:00", "17", "17/", "17/ ", "2026-11-23T20:00", ""})
    void an_occasion_of_another_assignment_is_refused(String identifier) {
        assertThatThrownBy(() -> find(FIRST, identifier(identifier)))
                .isInstanceOf(Refused.class)
                .hasMessage("The response to ServiceRequest/17 names an occasion of another assignment; name one of its"
                        + " Tasks, by reference or by an identifier such as 17/2026-11-23T20:00, or leave the occasion"
                        + " out");
    }

    @Test
    void an_occasion_is_named_by_the_task_that_is_published_of_it() {
        published.record(new PublishedRow(
                "Task/hw-1", "Patient/p1", FIRST, Optional.of(new OccasionKey("2026-11-23T20:00")), "digest"));
        assertThat(find(FIRST, new Reference("Task/hw-1"))).contains(new OccasionKey("2026-11-23T20:00"));
        assertThat(find(SECOND, new Reference("Task/hw-1"))).contains(new OccasionKey("2026-11-23T20:00"));
        assertThatThrownBy(() -> find(ANOTHER, new Reference("Task/hw-1")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("names Task/hw-1, which is no occasion of it");
    }

    @Test
    void a_task_of_somebody_elses_is_an_occasion_of_its_own_plan_only() {
        Instant opens = Instant.parse("2026-11-23T00:00:00Z");
        given.record(new OccasionRow(
                "Task/31",
                IN_A_PLAN,
                "Patient/p1",
                WORKSHEET + "|1",
                "SELF_ASSESSMENT",
                "Europe/Berlin",
                opens,
                opens.plusSeconds(60)));
        assertThat(find(IN_A_PLAN, new Reference("Task/31"))).contains(new OccasionKey("Task/31"));
        assertThatThrownBy(() -> find(FIRST, new Reference("Task/31"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> find(FIRST, new Reference("Task/32"))).isInstanceOf(Refused.class);
    }
}
