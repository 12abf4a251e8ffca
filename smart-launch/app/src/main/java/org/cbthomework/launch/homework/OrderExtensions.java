package org.cbthomework.launch.homework;

import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Type;

/** The extensions by which an order says what R4 has no field for. */
public final class OrderExtensions {

    /** What the addresses of our own extensions begin with, on whatever resource. */
    public static final String BASE = "https://w3id.org/cbt-homework/fhir/StructureDefinition/";

    public static final String WORKSHEET = BASE + "worksheet";
    public static final String TIMEZONE = BASE + "timezone";
    public static final String PAUSE = BASE + "pause";
    public static final String ENDED = BASE + "ended";
    public static final String FOCAL = BASE + "focal";
    public static final String BACKUP_PLAN = BASE + "backup-plan";
    public static final String AGREEMENT_REQUESTED = BASE + "agreement-requested";
    public static final String AGREED = BASE + "agreed";

    /** What the patient said to it, as the server keeps it. */
    public static final String AGREEMENT_ANSWER = BASE + "agreement-answer";

    public static final String GOAL = "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal";

    /** HL7's own: why an order is in the status that it is in. */
    public static final String STATUS_REASON = "http://hl7.org/fhir/StructureDefinition/request-statusReason";

    private OrderExtensions() {}

    /** The value of the first such extension, if it is of that type. */
    public static <T extends Type> Optional<T> value(ServiceRequest order, String url, Class<T> type) {
        return Optional.ofNullable(order.getExtensionByUrl(url))
                .map(Extension::getValue)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** The words of the first such extension, if it has any. */
    public static Optional<String> text(ServiceRequest order, String url) {
        return value(order, url, Type.class)
                .filter(Type::isPrimitive)
                .map(Type::primitiveValue)
                .filter(words -> !words.isBlank());
    }

    public static boolean isTrue(ServiceRequest order, String url) {
        return value(order, url, BooleanType.class)
                .filter(BooleanType::booleanValue)
                .isPresent();
    }
}
