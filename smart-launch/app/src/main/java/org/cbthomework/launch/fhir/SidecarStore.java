package org.cbthomework.launch.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cbthomework.launch.homework.HomeworkStore;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Homework on a server beside the EHR: who the patient is, the EHR says; all else is there, by the names it has there. */
final class SidecarStore implements HomeworkStore {

    private final HomeworkStore ehr;
    private final HomeworkStore homework;
    private final TwoNames names;

    SidecarStore(HomeworkStore ehr, HomeworkStore homework, TwoNames names) {
        this.ehr = ehr;
        this.homework = homework;
        this.names = names;
    }

    @Override
    public Patient patient(String id) {
        return ehr.patient(id);
    }

    @Override
    public Optional<Questionnaire> worksheet(String canonical) {
        return homework.worksheet(canonical);
    }

    @Override
    public List<Questionnaire> library() {
        return homework.library();
    }

    @Override
    public Optional<Questionnaire> worksheetById(String id) {
        return homework.worksheetById(id);
    }

    @Override
    public List<ActivityDefinition> defaults() {
        return homework.defaults();
    }

    @Override
    public List<String> reasonsAgainst(Questionnaire worksheet) {
        return homework.reasonsAgainst(worksheet);
    }

    @Override
    public List<Goal> goals(String patient) {
        return here(homework.goals(names.patientThere(patient)));
    }

    @Override
    public List<CarePlan> plans(String patient) {
        return here(homework.plans(names.patientThere(patient)));
    }

    @Override
    public List<ServiceRequest> assignments(String patient) {
        return here(homework.assignments(names.patientThere(patient)));
    }

    @Override
    public Optional<ServiceRequest> assignment(String id) {
        return homework.assignment(id).map(names::here);
    }

    @Override
    public Optional<ServiceRequest> assignment(String id, String version) {
        return homework.assignment(id, version).map(names::here);
    }

    @Override
    public List<Task> occasions(String patient, Instant startInclusive, Instant endExclusive) {
        return here(homework.occasions(names.patientThere(patient), startInclusive, endExclusive));
    }

    @Override
    public Optional<Task> occasion(String id) {
        return homework.occasion(id).map(names::here);
    }

    @Override
    public List<QuestionnaireResponse> answers(String occasion) {
        return here(homework.answers(occasion));
    }

    @Override
    public List<QuestionnaireResponse> responses(String assignment) {
        return here(homework.responses(assignment));
    }

    @Override
    public QuestionnaireResponse response(String id) {
        return names.here(homework.response(id));
    }

    @Override
    public List<QuestionnaireResponse> handedIn(String patient) {
        return here(homework.handedIn(names.patientThere(patient)));
    }

    @Override
    public List<QuestionnaireResponse> responsesSince(String patient, LocalDate dayInclusive) {
        return here(homework.responsesSince(names.patientThere(patient), dayInclusive));
    }

    @Override
    public List<Task> occasionsFilledBy(String response) {
        return here(homework.occasionsFilledBy(response));
    }

    @Override
    public Bundle responsesBy(String search) {
        return names.here(homework.responsesBy(names.searchThere(search)));
    }

    @Override
    public Bundle adherence(String patient) {
        return names.here(homework.adherence(names.patientThere(patient)));
    }

    @Override
    public Questionnaire keep(Questionnaire worksheet) {
        return homework.keep(worksheet);
    }

    @Override
    public Goal keep(Goal goal) {
        return names.here(homework.keep(names.there(goal)));
    }

    @Override
    public void keepTogether(List<? extends Resource> resources) {
        homework.keepTogether(resources.stream().map(names::there).toList());
    }

    @Override
    public CarePlan keep(CarePlan plan) {
        return names.here(homework.keep(names.there(plan)));
    }

    @Override
    public ServiceRequest keep(ServiceRequest assignment) {
        return names.here(homework.keep(names.there(assignment)));
    }

    @Override
    public QuestionnaireResponse keep(QuestionnaireResponse response) {
        return names.here(homework.keep(names.there(response)));
    }

    private <T extends Resource> List<T> here(List<T> found) {
        found.forEach(names::here);
        return found;
    }
}
