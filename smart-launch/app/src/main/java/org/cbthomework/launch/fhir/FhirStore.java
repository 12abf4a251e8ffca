package org.cbthomework.launch.fhir;

import ca.uhn.fhir.rest.api.CacheControlDirective;
import ca.uhn.fhir.rest.api.PreferReturnEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.DateClientParam;
import ca.uhn.fhir.rest.gclient.ICriterion;
import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
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
    private static final ReferenceClientParam OCCASION = new ReferenceClientParam("occasion");
    private static final ReferenceClientParam OUTPUT = new ReferenceClientParam("output");
    private static final DateClientParam DUE = new DateClientParam("due");

    private final IGenericClient client;
    private final Asking asking;

    FhirStore(IGenericClient client, Asking asking) {
        this.client = client;
        this.asking = asking;
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
        return asking.read(() -> new Pages(client)
                .all(
                        client.search()
                                .forResource(Questionnaire.class)
                                .and(Questionnaire.STATUS.exactly().code("active"))
                                .elementsSubset(OF_THE_LIBRARY)
                                .count(PAGE)
                                .cacheControl(fresh())
                                .returnBundle(Bundle.class)
                                .execute(),
                        Questionnaire.class));
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
        return asking.read(() -> new Pages(client)
                .all(
                        client.search()
                                .forResource(QuestionnaireResponse.class)
                                .where(QuestionnaireResponse.SUBJECT.hasId("Patient/" + patient))
                                .and(QuestionnaireResponse.STATUS.exactly().codes("completed", "amended", "stopped"))
                                .elementsSubset("status", "authored", "basedOn", "questionnaire", "subject")
                                .count(PAGE)
                                .cacheControl(fresh())
                                .returnBundle(Bundle.class)
                                .execute(),
                        QuestionnaireResponse.class));
    }

    @Override
    public List<QuestionnaireResponse> responsesSince(String patient, LocalDate dayInclusive) {
        return asking.read(() -> new Pages(client)
                .all(
                        client.search()
                                .forResource(QuestionnaireResponse.class)
                                .where(QuestionnaireResponse.PATIENT.hasId(patient))
                                .and(QuestionnaireResponse.AUTHORED
                                        .afterOrEquals()
                                        .day(dayInclusive.toString()))
                                .elementsSubset("basedOn", "extension", "questionnaire", "status", "authored")
                                .count(PAGE)
                                .cacheControl(fresh())
                                .returnBundle(Bundle.class)
                                .execute(),
                        QuestionnaireResponse.class));
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
        return written(worksheet, Questionnaire.class);
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
        return written(goal, Goal.class);
    }

    @Override
    public CarePlan keep(CarePlan plan) {
        return written(plan, CarePlan.class);
    }

    @Override
    public ServiceRequest keep(ServiceRequest assignment) {
        return written(assignment, ServiceRequest.class);
    }

    @Override
    public void keepTogether(List<? extends Resource> resources) {
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        resources.forEach(resource -> {
            String id = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
            BundleEntryRequestComponent request = transaction
                    .addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(id);
            if (resource.getMeta().hasVersionId()) {
                request.setIfMatch("W/\"" + resource.getMeta().getVersionId() + "\"");
            }
        });
        asking.write(() -> client.transaction().withBundle(transaction).execute());
    }

    @Override
    public QuestionnaireResponse keep(QuestionnaireResponse response) {
        return written(response, QuestionnaireResponse.class);
    }

    private <T extends IBaseResource> T read(Class<T> type, String id) {
        return asking.read(() ->
                client.read().resource(type).withId(id).cacheControl(fresh()).execute());
    }

    private <T extends Resource> List<T> search(Class<T> type, ICriterion<?>... criteria) {
        return asking.read(() -> {
            var search = client.search().forResource(type).count(PAGE).cacheControl(fresh());
            for (ICriterion<?> criterion : criteria) {
                search = search.and(criterion);
            }
            return new Pages(client).all(search.returnBundle(Bundle.class).execute(), type);
        });
    }

    /** One without an id is created; one that was read is updated only if it is still that version. */
    private <T extends Resource> T written(T resource, Class<T> type) {
        return asking.write(() -> {
            IBaseResource stored = resource.getIdElement().hasIdPart()
                    ? client.update()
                            .resource(resource)
                            .withId(resource.getMeta().hasVersionId() ? version(resource) : resource.getIdElement())
                            .prefer(PreferReturnEnum.REPRESENTATION)
                            .execute()
                            .getResource()
                    : client.create()
                            .resource(resource)
                            .prefer(PreferReturnEnum.REPRESENTATION)
                            .execute()
                            .getResource();
            return type.cast(stored);
        });
    }

    /** Of an id with a version HAPI's client makes {@code If-Match}. */
    private static IdType version(Resource resource) {
        return new IdType(
                resource.fhirType(),
                resource.getIdElement().getIdPart(),
                resource.getMeta().getVersionId());
    }

    /** HAPI servers answer a search again from a minute ago otherwise. */
    private static CacheControlDirective fresh() {
        return new CacheControlDirective().setNoCache(true);
    }
}
