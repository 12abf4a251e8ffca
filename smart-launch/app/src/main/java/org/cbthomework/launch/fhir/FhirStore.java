package org.cbthomework.launch.fhir;

import ca.uhn.fhir.rest.api.CacheControlDirective;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.DateClientParam;
import ca.uhn.fhir.rest.gclient.ICriterion;
import ca.uhn.fhir.rest.gclient.IQuery;
import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Homework on one FHIR server, for the user of one launch. */
final class FhirStore implements HomeworkStore {

    private static final int PAGE = 200;
    private static final int UNAUTHORIZED = 401;
    private static final String[] OF_THE_LIBRARY = {
        "url",
        "version",
        "language",
        "extension",
        "title",
        "status",
        "description",
        "purpose",
        "useContext",
        "derivedFrom"
    };
    private static final String[] OF_WHAT_WAS_ANSWERED = {
        "status", "authored", "basedOn", "questionnaire", "subject", "extension"
    };
    private static final ReferenceClientParam OCCASION = new ReferenceClientParam("occasion");
    private static final ReferenceClientParam OUTPUT = new ReferenceClientParam("output");
    private static final DateClientParam DUE = new DateClientParam("due");

    private final IGenericClient client;
    private final Asking asking;
    private final Writing writing;

    FhirStore(IGenericClient client, Asking asking) {
        this.client = client;
        this.asking = asking;
        this.writing = new Writing(client, asking);
    }

    @Override
    public Patient patient(String id) {
        return read(Patient.class, id);
    }

    @Override
    public Optional<Questionnaire> worksheet(String canonical) {
        String[] parts = canonical.split("\\|", 2);
        ICriterion<?> url = Questionnaire.URL.matches().value(parts[0]);
        return (parts.length == 2
                        ? search(
                                Questionnaire.class,
                                url,
                                Questionnaire.VERSION.exactly().code(parts[1]))
                        : search(
                                Questionnaire.class,
                                url,
                                Questionnaire.STATUS.exactly().code("active")))
                .stream()
                        .max(Comparator.comparing(
                                each -> each.getMeta().getLastUpdated(),
                                Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    @Override
    public List<Questionnaire> library() {
        return searchParts(
                Questionnaire.class,
                OF_THE_LIBRARY,
                Questionnaire.STATUS.exactly().code("active"));
    }

    @Override
    public Optional<Questionnaire> worksheetById(String id) {
        return search(Questionnaire.class, Questionnaire.RES_ID.exactly().code(id)).stream()
                .findFirst();
    }

    @Override
    public List<ActivityDefinition> defaults() {
        return search(
                ActivityDefinition.class, ActivityDefinition.STATUS.exactly().code("active"));
    }

    @Override
    public List<Goal> goals(String patient) {
        return search(Goal.class, Goal.PATIENT.hasId(patient));
    }

    @Override
    public List<CarePlan> plans(String patient) {
        return search(CarePlan.class, CarePlan.PATIENT.hasId(patient));
    }

    @Override
    public List<ServiceRequest> assignments(String patient) {
        return search(ServiceRequest.class, ServiceRequest.PATIENT.hasId(patient));
    }

    @Override
    public Optional<ServiceRequest> assignment(String id, String version) {
        try {
            return Optional.of(asking.read(() -> client.read()
                    .resource(ServiceRequest.class)
                    .withIdAndVersion(id, version)
                    .execute()));
        } catch (HomeworkRefused refused) {
            if (refused.status() == UNAUTHORIZED) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    @Override
    public Optional<ServiceRequest> assignment(String id) {
        return search(ServiceRequest.class, ServiceRequest.RES_ID.exactly().code(id)).stream()
                .findFirst();
    }

    @Override
    public List<Task> occasions(String patient, Instant startInclusive, Instant endExclusive) {
        return search(
                Task.class,
                Task.PATIENT.hasId(patient),
                DUE.afterOrEquals().second(startInclusive.toString()),
                DUE.before().second(endExclusive.toString()));
    }

    @Override
    public Optional<Task> occasion(String id) {
        return search(Task.class, Task.RES_ID.exactly().code(id)).stream().findFirst();
    }

    @Override
    public List<QuestionnaireResponse> answers(String occasion) {
        return search(QuestionnaireResponse.class, OCCASION.hasId("Task/" + occasion));
    }

    @Override
    public List<QuestionnaireResponse> responses(String assignment) {
        return search(
                QuestionnaireResponse.class, QuestionnaireResponse.BASED_ON.hasId("ServiceRequest/" + assignment));
    }

    @Override
    public QuestionnaireResponse response(String id) {
        return read(QuestionnaireResponse.class, id);
    }

    @Override
    public List<QuestionnaireResponse> handedIn(String patient) {
        return searchParts(
                QuestionnaireResponse.class,
                OF_WHAT_WAS_ANSWERED,
                QuestionnaireResponse.PATIENT.hasId(patient),
                QuestionnaireResponse.STATUS.exactly().codes("completed", "amended", "stopped"));
    }

    @Override
    public List<QuestionnaireResponse> responsesSince(String patient, LocalDate dayInclusive) {
        return searchParts(
                QuestionnaireResponse.class,
                OF_WHAT_WAS_ANSWERED,
                QuestionnaireResponse.PATIENT.hasId(patient),
                QuestionnaireResponse.AUTHORED.afterOrEquals().day(dayInclusive.toString()));
    }

    @Override
    public List<Task> occasionsFilledBy(String response) {
        return search(Task.class, OUTPUT.hasId("QuestionnaireResponse/" + response));
    }

    @Override
    public Bundle responsesBy(String search) {
        return asking.read(() -> client.search()
                .byUrl(search)
                .returnBundle(Bundle.class)
                .cacheControl(fresh())
                .execute());
    }

    @Override
    public Bundle adherence(String patient) {
        return asking.read(() -> client.operation()
                .onInstance(new IdType("Patient", patient))
                .named("$homework-adherence")
                .withParameter(Parameters.class, "occasions", new BooleanType(true))
                .andParameter("weeks", new BooleanType(true))
                .useHttpGet()
                .returnResourceType(Bundle.class)
                .execute());
    }

    @Override
    public Questionnaire keep(Questionnaire worksheet) {
        return writing.one(worksheet, Questionnaire.class);
    }

    @Override
    public List<String> reasonsAgainst(Questionnaire worksheet) {
        return Outcome.errors(asking.read(() -> client.operation()
                .onType(Questionnaire.class)
                .named("$homework-check-worksheet")
                .withParameter(Parameters.class, "resource", worksheet)
                .returnResourceType(OperationOutcome.class)
                .execute()));
    }

    @Override
    public Goal keep(Goal goal) {
        return writing.one(goal, Goal.class);
    }

    @Override
    public CarePlan keep(CarePlan plan) {
        return writing.one(plan, CarePlan.class);
    }

    @Override
    public ServiceRequest keep(ServiceRequest assignment) {
        return writing.one(assignment, ServiceRequest.class);
    }

    @Override
    public void keepTogether(List<? extends Resource> resources) {
        writing.together(resources);
    }

    @Override
    public QuestionnaireResponse keep(QuestionnaireResponse response) {
        return writing.one(response, QuestionnaireResponse.class);
    }

    private <T extends IBaseResource> T read(Class<T> type, String id) {
        return asking.read(() ->
                client.read().resource(type).withId(id).cacheControl(fresh()).execute());
    }

    private <T extends Resource> List<T> search(Class<T> type, ICriterion<?>... criteria) {
        return asking.read(() -> all(type, client.search().forResource(type), criteria));
    }

    /** With some elements and no others: without answers, or without the items of a worksheet. */
    private <T extends Resource> List<T> searchParts(Class<T> type, String[] elements, ICriterion<?>... criteria) {
        return asking.read(() -> all(type, client.search().forResource(type).elementsSubset(elements), criteria));
    }

    private <T extends Resource> List<T> all(Class<T> type, IQuery<IBaseBundle> query, ICriterion<?>... criteria) {
        IQuery<IBaseBundle> search = query.count(PAGE).cacheControl(fresh());
        for (ICriterion<?> criterion : criteria) {
            search = search.and(criterion);
        }
        return new Pages(client).all(search.returnBundle(Bundle.class).execute(), type);
    }

    /** HAPI servers answer a search again from a minute ago otherwise. */
    private static CacheControlDirective fresh() {
        return new CacheControlDirective().setNoCache(true);
    }
}
