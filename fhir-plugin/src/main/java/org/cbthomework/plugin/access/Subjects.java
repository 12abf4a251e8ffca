package org.cbthomework.plugin.access;

import ca.uhn.fhir.context.FhirContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Reference;

/**
 * Whose a resource is: the patient it is about. Narrower than HAPI's patient compartment, which also holds what a patient
 * wrote about somebody else; wider by Task, which R4 leaves out of the compartment.
 */
final class Subjects {

    /** Where each type says whose it is; all of them can be searched by {@code patient}. */
    private static final Map<String, String> PATHS = new TreeMap<>(Map.ofEntries(
            Map.entry("AllergyIntolerance", "AllergyIntolerance.patient"),
            Map.entry("CarePlan", "CarePlan.subject"),
            Map.entry("CareTeam", "CareTeam.subject"),
            Map.entry("ClinicalImpression", "ClinicalImpression.subject"),
            Map.entry("Communication", "Communication.subject"),
            Map.entry("CommunicationRequest", "CommunicationRequest.subject"),
            Map.entry("Composition", "Composition.subject"),
            Map.entry("Condition", "Condition.subject"),
            Map.entry("Consent", "Consent.patient"),
            Map.entry("DetectedIssue", "DetectedIssue.patient"),
            Map.entry("DiagnosticReport", "DiagnosticReport.subject"),
            Map.entry("DocumentReference", "DocumentReference.subject"),
            Map.entry("Encounter", "Encounter.subject"),
            Map.entry("EpisodeOfCare", "EpisodeOfCare.patient"),
            Map.entry("Flag", "Flag.subject"),
            Map.entry("Goal", "Goal.subject"),
            Map.entry("Immunization", "Immunization.patient"),
            Map.entry("List", "List.subject"),
            Map.entry("Media", "Media.subject"),
            Map.entry("MedicationRequest", "MedicationRequest.subject"),
            Map.entry("MedicationStatement", "MedicationStatement.subject"),
            Map.entry("Observation", "Observation.subject"),
            Map.entry("Patient", ""),
            Map.entry("Procedure", "Procedure.subject"),
            Map.entry("QuestionnaireResponse", "QuestionnaireResponse.subject"),
            Map.entry("RelatedPerson", "RelatedPerson.patient"),
            Map.entry("RiskAssessment", "RiskAssessment.subject"),
            Map.entry("ServiceRequest", "ServiceRequest.subject"),
            Map.entry("Task", "Task.for")));

    /** Stands for whom no id can name, so that what is about nobody known is nobody's. */
    private static final String SOMEBODY_ELSE = "?";

    private final FhirContext fhir;
    private final Supplier<String> base;

    Subjects(FhirContext fhir, Supplier<String> base) {
        this.fhir = fhir;
        this.base = base;
    }

    static boolean isOfAPatient(String type) {
        return PATHS.containsKey(type);
    }

    /** The name of the search parameter by which a type is searched for patients. */
    static String parameter(String type) {
        return "Patient".equals(type) ? "_id" : "patient";
    }

    /** The ids of the patients whom a resource is about; whoever may see it reaches all of them, and there is one. */
    Set<String> of(IBaseResource resource) {
        String type = fhir.getResourceType(resource);
        String path = PATHS.getOrDefault(type, "");
        if (path.isEmpty()) {
            return Set.of(ownId(resource, type));
        }
        List<Reference> references = fhir.newTerser().getValues(resource, path, Reference.class);
        Set<String> patients = new HashSet<>();
        for (Reference reference : references) {
            patients.add(patient(reference));
        }
        return patients.isEmpty() ? Set.of(SOMEBODY_ELSE) : patients;
    }

    /** The ids of those patients alone whom it names. */
    Set<String> known(IBaseResource resource) {
        Set<String> patients = new HashSet<>(of(resource));
        patients.remove(SOMEBODY_ELSE);
        return patients;
    }

    private static String ownId(IBaseResource resource, String type) {
        String id = resource.getIdElement().getIdPart();
        return "Patient".equals(type) && id != null ? id : SOMEBODY_ELSE;
    }

    private String patient(Reference reference) {
        String text = reference.getReference();
        return text == null
                ? SOMEBODY_ELSE
                : LocalReference.parse(text, base.get())
                        .filter(local -> "Patient".equals(local.type()))
                        .map(LocalReference::id)
                        .orElse(SOMEBODY_ELSE);
    }
}
