package org.cbthomework.plugin.audit;

import org.hl7.fhir.r4.model.Coding;

/** What was done with a resource, from the least to what outweighs the others. */
enum Deed {
    SHOWN("6", "Access / Use"),
    UPDATED("3", "Amendment"),
    CREATED("1", "Origination / Creation"),
    DELETED("14", "Logical deletion");

    private final String code;
    private final String display;

    Deed(String code, String display) {
        this.code = code;
        this.display = display;
    }

    boolean isWritten() {
        return this != SHOWN;
    }

    /** As DICOM tells it of an object. */
    Coding lifecycle() {
        return new Coding("http://terminology.hl7.org/CodeSystem/dicom-audit-lifecycle", code, display);
    }
}
