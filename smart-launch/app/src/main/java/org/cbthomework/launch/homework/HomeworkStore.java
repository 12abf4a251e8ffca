package org.cbthomework.launch.homework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

/**
 * Homework as FHIR R4, seen and written by the user of one launch. Each method throws {@link HomeworkRefused} if that user
 * may not, or the server takes exception to what is sent, and {@link HomeworkAway} if it does not answer.
 */
public interface HomeworkStore {

    Patient patient(String id);

    /**
     * A worksheet by its canonical, {@code url|version}.
     *
     * @param canonical of http or https; the newest active one if it tells no version
     */
    Optional<Questionnaire> worksheet(String canonical);

    /** The worksheets that are active, without their items: what each says of itself. */
    List<Questionnaire> library();

    /** A worksheet by the id under which the server keeps it; empty if there is none. */
    Optional<Questionnaire> worksheetById(String id);

    /** How worksheets are usually given. */
    List<ActivityDefinition> defaults();

    /** The goals of a patient, whatever their status. */
    List<Goal> goals(String patient);

    /** The plans of a patient, whatever their status. */
    List<CarePlan> plans(String patient);

    /** The assignments of a patient, whatever their status. */
    List<ServiceRequest> assignments(String patient);

    /** One assignment; empty if there is none that this user may see. */
    Optional<ServiceRequest> assignment(String id);

    /** An assignment as it was in an earlier version; empty if the server does not tell. */
    Optional<ServiceRequest> assignment(String id, String version);

    /** The occasions of a patient whose window has a moment in common with an interval that is open at its end. */
    List<Task> occasions(String patient, Instant startInclusive, Instant endExclusive);

    /** One occasion; empty if there is none that this user may see. */
    Optional<Task> occasion(String id);

    /** The responses to an occasion, which name its Task. */
    List<QuestionnaireResponse> answers(String occasion);

    /** The responses to an assignment. */
    List<QuestionnaireResponse> responses(String assignment);

    QuestionnaireResponse response(String id);

    /** When and to what a patient has handed in responses: all but their answers. Drafts and errors are left out. */
    List<QuestionnaireResponse> handedIn(String patient);

    /** The responses of a patient that were authored on a day or later, without their answers. */
    List<QuestionnaireResponse> responsesSince(String patient, LocalDate dayInclusive);

    /** The occasions that a response fills. */
    List<Task> occasionsFilledBy(String response);

    /**
     * Responses by a relative search, as a worksheet begins with.
     *
     * @param search as {@code QuestionnaireResponse?...}
     */
    Bundle responsesBy(String search);

    /** Adherence as of now: an Observation for each assignment and each of its therapy weeks, a Task for each occasion. */
    Bundle adherence(String patient);

    /** Stores a worksheet of the clinician's own making, or the next version of its draft; an active one never changes. */
    Questionnaire keep(Questionnaire worksheet);

    /** Why a worksheet is none that the server lets patients fill in; nothing if it is one. Nothing is stored. */
    List<String> reasonsAgainst(Questionnaire worksheet);

    /** Stores a goal: a new one, if need be under an id of its own, or the next version of one. */
    Goal keep(Goal goal);

    /** Stores a plan: a new one, or the next version of one that was read. */
    CarePlan keep(CarePlan plan);

    /**
     * Stores several in one transaction, all or none: each under the id that it has, and over the version that was read,
     * where one was.
     */
    void keepTogether(List<? extends Resource> resources);

    /** Stores an assignment: a new one, or the next version of one that was read. */
    ServiceRequest keep(ServiceRequest assignment);

    /**
     * Stores a response: a new one, if need be under an id of its own, or the next version of one that was read, unless
     * somebody else changed it.
     */
    QuestionnaireResponse keep(QuestionnaireResponse response);
}
