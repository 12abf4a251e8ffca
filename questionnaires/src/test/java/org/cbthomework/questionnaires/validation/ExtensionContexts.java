package org.cbthomework.questionnaires.validation;

import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.ExtensionContextType;

/**
 * Keeps the validator off the network. To check a context of type {@code element} it asks the package registry for the
 * definitions of FHIR 4.0, although it has those of 4.0.1; a context of type {@code fhirpath} it checks by itself. {@code
 * SnapshotsTest} checks that the elements exist.
 */
final class ExtensionContexts {

    private ExtensionContexts() {}

    static String offline(String json) {
        Resource resource = ParsedLibrary.parse(json);
        if (!(resource instanceof StructureDefinition definition)) {
            return json;
        }
        definition.getContext().forEach(context -> context.setType(ExtensionContextType.FHIRPATH));
        return ParsedLibrary.R4.newJsonParser().encodeResourceToString(definition);
    }
}
