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

    /**
     * What the names of its occasions begin with: the id of the resource, and for one of several in a care plan the last part
     * of its Questionnaire's address.
     */
    public String occasionPrefix() {
        String id = resource().substring(resource().indexOf('/') + 1);
        return value.indexOf(PART) < 0 ? id + "/" : id + "/" + value.substring(value.lastIndexOf('/') + 1) + "/";
    }

    @Override
    public String toString() {
        return value;
    }
}
