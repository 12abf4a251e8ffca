package org.cbthomework.plugin.assignment;

import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.refusal.Refused;
import org.cbthomework.plugin.worksheet.Canonical;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Type;

/** ServiceRequests that order homework. */
final class Orders {

    private static final String HOMEWORK = "https://w3id.org/cbt-homework/fhir/CodeSystem/homework";

    private Orders() {}

    /** Whether the order is one of homework: by its code, or by naming a worksheet. */
    static boolean isHomework(ServiceRequest order) {
        return order.getCode().hasCoding(HOMEWORK, "homework")
                || order.getExtensionByUrl(HomeworkExtensions.WORKSHEET) != null;
    }

    /** Whether it counts: a draft does not yet, one entered in error never did. */
    static boolean counts(ServiceRequest order) {
        return order.getStatus() != ServiceRequestStatus.DRAFT
                && order.getStatus() != ServiceRequestStatus.ENTEREDINERROR;
    }

    /** Whether it is over, and so needs a time at which it ended. */
    static boolean isOver(ServiceRequest order) {
        return order.getStatus() == ServiceRequestStatus.REVOKED || order.getStatus() == ServiceRequestStatus.COMPLETED;
    }

    /**
     * The worksheet that the order asks for.
     *
     * @throws Refused if it names none, or none of a version
     */
    static Canonical worksheet(ServiceRequest order) {
        Canonical worksheet = HomeworkExtensions.value(order, HomeworkExtensions.WORKSHEET, Type.class)
                .filter(value -> value.isPrimitive() && value.primitiveValue() != null)
                .map(value -> Canonical.parse(value.primitiveValue()))
                .orElseThrow(() -> new Refused(
                        HomeworkExtensions.WORKSHEET,
                        "The assignment names no worksheet; add the extension " + HomeworkExtensions.WORKSHEET
                                + " with the canonical url|version of a Questionnaire"));
        if (!worksheet.url().matches("https?://.+")) {
            throw new Refused(
                    HomeworkExtensions.WORKSHEET,
                    "The worksheet " + worksheet
                            + " cannot be resolved; use a canonical that begins with http:// or https://");
        }
        return worksheet;
    }

    /** The assignments that the order replaces. */
    static List<AssignmentKey> replaced(ServiceRequest order) {
        return order.getReplaces().stream()
                .map(Reference::getReferenceElement)
                .filter(reference -> "ServiceRequest".equals(reference.getResourceType()) && reference.hasIdPart())
                .map(reference -> AssignmentKey.ofServiceRequest(reference.getIdPart()))
                .toList();
    }

    /** The care plan that the order says it belongs to. */
    static Optional<String> carePlan(ServiceRequest order) {
        return order.getBasedOn().stream()
                .map(Reference::getReferenceElement)
                .filter(reference -> "CarePlan".equals(reference.getResourceType()) && reference.hasIdPart())
                .map(reference -> "CarePlan/" + reference.getIdPart())
                .findFirst();
    }

    /** Whether it is done whenever it happens. */
    static boolean isAsNeeded(ServiceRequest order) {
        return order.hasAsNeededCodeableConcept()
                || (order.getAsNeeded() instanceof BooleanType asked && asked.booleanValue());
    }

    /**
     * Whether the clinician marks it as what therapy is about just now.
     *
     * @throws Refused if the mark is neither true nor false
     */
    static boolean isFocal(ServiceRequest order) {
        return HomeworkExtensions.value(order, HomeworkExtensions.FOCAL, BooleanType.class)
                .filter(BooleanType::booleanValue)
                .isPresent();
    }

    /**
     * Refuses a status that says nothing of since when.
     *
     * @throws Refused with the remedy
     */
    static void refuseOnHold(ServiceRequest order) {
        if (order.getStatus() == ServiceRequestStatus.ONHOLD) {
            throw new Refused(
                    "ServiceRequest.status",
                    "The status on-hold does not say since when; leave it active, and add the extension "
                            + HomeworkExtensions.PAUSE + " with a Period");
        }
    }

    static void copyExtensions(List<Extension> from, ServiceRequest to) {
        from.stream()
                .filter(extension -> extension.getUrl().startsWith(HomeworkExtensions.BASE))
                .forEach(extension -> to.addExtension(extension.copy()));
    }

    /** The order without all that its terms do not need, as kept in the ledger. */
    static ServiceRequest slim(ServiceRequest order, Canonical worksheet) {
        ServiceRequest slim = new ServiceRequest();
        slim.setStatus(order.getStatus());
        slim.setAuthoredOnElement(order.getAuthoredOnElement());
        slim.setOccurrence(order.getOccurrence());
        slim.setAsNeeded(order.getAsNeeded());
        slim.setReplaces(order.getReplaces());
        order.getMeta().getSecurity().stream()
                .filter(Label::isInherited)
                .forEach(label -> slim.getMeta().addSecurity(label));
        copyExtensions(order.getExtension(), slim);
        slim.getExtension().removeIf(extension -> extension.getUrl().equals(HomeworkExtensions.WORKSHEET));
        Agreements.slim(slim);
        slim.addExtension(HomeworkExtensions.WORKSHEET, new CanonicalType(worksheet.toString()));
        return slim;
    }
}
