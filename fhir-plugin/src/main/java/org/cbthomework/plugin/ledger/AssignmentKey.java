package org.cbthomework.plugin.ledger;

/**
 * The name of an assignment in the ledger: {@code ServiceRequest/17}, or {@code CarePlan/12#<url of the Questionnaire>}
 * for one that is written into a care plan.
 */
public record AssignmentKey(String value) {

    private static final char PART = '#';

    public static AssignmentKey ofServiceRequest(String id) {
        return new AssignmentKey("ServiceRequest/" + id);
    }

    public static AssignmentKey inCarePlan(String id, String questionnaireUrl) {
        return new AssignmentKey("CarePlan/" + id + PART + questionnaireUrl);
    }

    /** The resource that holds the assignment, as a relative reference. */
    public String resource() {
        int part = value.indexOf(PART);
        return part < 0 ? value : value.substring(0, part);
    }

    @Override
    public String toString() {
        return value;
    }
}
