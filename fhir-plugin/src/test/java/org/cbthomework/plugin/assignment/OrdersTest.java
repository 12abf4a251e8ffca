package org.cbthomework.plugin.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.cbthomework.plugin.Fixture;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.worksheet.Canonical;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class OrdersTest {

    private final ServiceRequest order = Fixture.read(OrdersTest.class, "order", ServiceRequest.class);

    @Test
    void an_order_is_of_homework_by_its_code_or_by_its_worksheet() {
        assertThat(Orders.isHomework(order)).isTrue();
        assertThat(Orders.isHomework(order.copy().setCode(null))).isTrue();
        assertThat(Orders.isHomework(
                        new ServiceRequest().setCode(order.getCode()))) // and is then refused for want of a worksheet
                .isTrue();
        assertThat(Orders.isHomework(new ServiceRequest())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "ENTEREDINERROR"})
    void a_draft_or_an_error_does_not_count(ServiceRequestStatus status) {
        assertThat(Orders.counts(order.setStatus(status))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "REVOKED", "COMPLETED"})
    void an_order_that_runs_or_ran_counts(ServiceRequestStatus status) {
        assertThat(Orders.counts(order.setStatus(status))).isTrue();
        assertThat(Orders.isOver(order)).isEqualTo(status != ServiceRequestStatus.ACTIVE);
    }

    @Test
    void it_names_its_worksheet_and_its_care_plan() {
        assertThat(Orders.worksheet(order))
                .isEqualTo(Canonical.parse(
                        "https://w3id.org/cbt-homework/fhir/Questionnaire/daily-anxiety-reflection|1.0.0"));
        assertThat(Orders.carePlan(order)).contains("CarePlan/12");
    }

    @Test
    void it_is_focal_only_if_it_is_marked_so() {
        assertThat(Orders.isFocal(order)).isFalse();
        order.addExtension(HomeworkExtensions.FOCAL, new BooleanType(true));
        assertThat(Orders.isFocal(order)).isTrue();
        order.getExtensionByUrl(HomeworkExtensions.FOCAL).setValue(new BooleanType(false));
        assertThat(Orders.isFocal(order)).isFalse();
    }

    @Test
    void a_mark_that_is_neither_true_nor_false_is_refused() {
        String url = HomeworkExtensions.FOCAL;
        order.addExtension(url, new StringType("very"));
        Refusal.of(() -> Orders.isFocal(order))
                .says(url, "The extension " + url + " does not hold a BooleanType; give one");
    }

    @Test
    void without_a_worksheet_it_is_refused() {
        String url = HomeworkExtensions.WORKSHEET;
        Refusal.of(() -> Orders.worksheet(new ServiceRequest()))
                .says(
                        url,
                        "The assignment names no worksheet; add the extension " + url
                                + " with the canonical url|version of a Questionnaire");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Questionnaire/phq-9", "urn:uuid:c757873d-ec9a-4326-a141-556f43239520", "phq-9|1.0.0"})
    void a_worksheet_that_cannot_be_resolved_is_refused(String canonical) {
        ServiceRequest other = new ServiceRequest();
        other.addExtension(HomeworkExtensions.WORKSHEET, new CanonicalType(canonical));
        Refusal.of(() -> Orders.worksheet(other))
                .says(
                        HomeworkExtensions.WORKSHEET,
                        "The worksheet " + canonical
                                + " cannot be resolved; use a canonical that begins with http:// or https://");
    }

    @Test
    void a_status_that_says_nothing_of_since_when_is_refused() {
        assertThatCode(() -> Orders.refuseOnHold(order)).doesNotThrowAnyException();

        Refusal.of(() -> Orders.refuseOnHold(order.copy().setStatus(ServiceRequestStatus.ONHOLD)))
                .says(
                        "ServiceRequest.status",
                        "The status on-hold does not say since when; leave it active, and add the extension "
                                + HomeworkExtensions.PAUSE + " with a Period");
    }

    @Test
    void homework_is_as_needed_if_it_says_so_or_says_when() {
        assertThat(Orders.isAsNeeded(order.copy().setAsNeeded(new BooleanType(true))))
                .isTrue();
        assertThat(Orders.isAsNeeded(order.copy().setAsNeeded(new CodeableConcept().setText("when worried"))))
                .isTrue();
        assertThat(Orders.isAsNeeded(order.copy().setAsNeeded(new BooleanType(false))))
                .isFalse();
    }

    @Test
    void of_what_it_replaces_only_orders_are_assignments() {
        order.addReplaces().setReference("ServiceRequest/16/_history/2");
        order.addReplaces().setReference("Task/3");

        assertThat(Orders.replaced(order)).containsExactly(AssignmentKey.ofServiceRequest("16"));
    }

    @Test
    void the_ledger_keeps_the_terms_and_the_version_that_was_found_and_nobodys_name() {
        ServiceRequest slim = Orders.slim(
                order.setPatientInstruction("after supper"), Canonical.parse("https://example.org/Questionnaire/a|2"));

        assertThat(slim.hasSubject()).isFalse();
        assertThat(slim.hasPatientInstruction()).isFalse();
        assertThat(slim.getOccurrenceTiming().equalsDeep(order.getOccurrenceTiming()))
                .isTrue();
        assertThat(slim.getExtensionsByUrl(HomeworkExtensions.WORKSHEET))
                .extracting(extension -> extension.getValue().primitiveValue())
                .containsExactly("https://example.org/Questionnaire/a|2");
        assertThat(Zones.of(slim)).isEqualTo(Zones.of(order));
    }
}
