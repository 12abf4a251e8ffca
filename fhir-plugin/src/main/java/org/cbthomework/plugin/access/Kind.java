package org.cbthomework.plugin.access;

import java.util.Set;

/** What a FHIR type is to access: whether it is somebody's, and who else may see it. */
enum Kind {
    /** About one patient, for whoever reaches that patient. */
    OF_A_PATIENT,
    /** Worksheets, terminology and the like: for everybody who is signed in. */
    DEFINITION,
    /** Who works where: for every token with a scope for the type. */
    DIRECTORY,
    /** Who did what: for auditors. */
    AUDIT,
    /** All else: for systems with which it is agreed. */
    OTHER;

    private static final Set<String> DEFINITIONS = Set.of(
            "ActivityDefinition",
            "CapabilityStatement",
            "CodeSystem",
            "CompartmentDefinition",
            "ConceptMap",
            "ImplementationGuide",
            "Library",
            "Measure",
            "NamingSystem",
            "OperationDefinition",
            "PlanDefinition",
            "Questionnaire",
            "SearchParameter",
            "StructureDefinition",
            "StructureMap",
            "ValueSet");

    private static final Set<String> DIRECTORIES =
            Set.of("HealthcareService", "Location", "Organization", "Practitioner", "PractitionerRole");

    /** Whose content decides who sees what. */
    private static final Set<String> DECIDING = Set.of("CareTeam", "Consent", "Patient", "RelatedPerson");

    static Kind of(String type) {
        if (Subjects.isOfAPatient(type)) {
            return OF_A_PATIENT;
        }
        if (DEFINITIONS.contains(type)) {
            return DEFINITION;
        }
        if (DIRECTORIES.contains(type)) {
            return DIRECTORY;
        }
        return "AuditEvent".equals(type) ? AUDIT : OTHER;
    }

    /** Whether what may be seen of others depends on resources of a type: nobody gives themselves access. */
    static boolean decidesAccess(String type) {
        return DECIDING.contains(type) || of(type) == DIRECTORY;
    }
}
