package org.cbthomework.plugin.access;

/** Roles of a PractitionerRole that open what is otherwise closed. */
final class Roles {

    static final String SYSTEM = "https://w3id.org/cbt-homework/fhir/CodeSystem/homework";
    /** Reads the audit trail. */
    static final String AUDITOR = "auditor";
    /** Sees what is labelled as a psychotherapy note or as restricted, of the patients in their care. */
    static final String SENSITIVE_NOTES = "sensitive-notes";

    private Roles() {}
}
