package org.cbthomework.launch.reply;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.homework.Role;
import org.cbthomework.launch.homework.SmallForms;
import org.cbthomework.launch.homework.Zones;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.worksheet.KeepingAnswers.Naming;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * Says something about homework for the patient of a launch. What is said is a response whose id follows from what it is
 * about: said twice it is stored once, said otherwise it amends.
 */
public final class Replying {

    private static final String BASE = "https://w3id.org/cbt-homework/fhir/";
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final HomeworkStores stores;
    private final Naming naming;
    private final Clock clock;
    private final ZoneId otherwise;

    /**
     * For patients in any zone.
     *
     * @param otherwise the zone of orders that tell none
     */
    public Replying(HomeworkStores stores, Naming naming, Clock clock, ZoneId otherwise) {
        this.stores = stores;
        this.naming = naming;
        this.clock = clock;
        this.otherwise = otherwise;
    }

    /**
     * Says that suggested homework is right.
     *
     * @throws HomeworkRefused with 404 if the patient has no such order
     */
    public void agree(Launch opened, String order) {
        agreement(opened, order, "agree", "");
    }

    /**
     * Says that it is not, and perhaps what would be. What was agreed before stays agreed.
     *
     * @throws HomeworkRefused with 404 if the patient has no such order
     */
    public void askForChange(Launch opened, String order, String words) {
        agreement(opened, order, "change", words);
    }

    private void agreement(Launch opened, String id, String code, String words) {
        Launch launch = ofPatient(opened);
        HomeworkStore store = stores.of(launch);
        ServiceRequest order = order(store, launch, id);
        QuestionnaireResponse response = about(launch, order, SmallForms.AGREEMENT + "|" + SmallForms.VERSION);
        response.addItem().setLinkId("agreement").addAnswer().setValue(coding("agreement", code));
        if (!words.isBlank()) {
            response.addItem().setLinkId("better-fit").addAnswer().setValue(new StringType(words.strip()));
        }
        boolean isLater = "change".equals(code) && order.hasExtension(BASE + "StructureDefinition/agreed");
        keep(store, response, (isLater ? "change" : "agreement") + " " + launch.issuer() + " ServiceRequest/" + id);
    }

    /**
     * Says what makes an occasion hard.
     *
     * @param obstacles codes of the CodeSystem of obstacles
     * @throws HomeworkRefused with 404 if the patient has no such occasion, or it is of no order
     */
    public void hard(Launch opened, String occasion, Collection<String> obstacles, String easier) {
        Launch launch = ofPatient(opened);
        HomeworkStore store = stores.of(launch);
        Task task = store.occasion(occasion).orElseThrow(Replying::gone);
        ServiceRequest order = task.getBasedOn().stream()
                .map(Reference::getReferenceElement)
                .filter(each -> "ServiceRequest".equals(each.getResourceType()))
                .findFirst()
                .map(each -> order(store, launch, each.getIdPart()))
                .orElseThrow(Replying::gone);
        QuestionnaireResponse response = about(launch, order, SmallForms.OBSTACLES + "|" + SmallForms.VERSION);
        response.addExtension(new Extension(BASE + "StructureDefinition/occasion", new Reference("Task/" + occasion)));
        if (!obstacles.isEmpty()) {
            var item = response.addItem().setLinkId("obstacle");
            obstacles.forEach(code -> item.addAnswer().setValue(coding("obstacle", code)));
        }
        if (!easier.isBlank()) {
            response.addItem().setLinkId("easier").addAnswer().setValue(new StringType(easier.strip()));
        }
        keep(store, response, "obstacles " + launch.issuer() + " Task/" + occasion);
    }

    /**
     * Says that there was nothing to note today, on the wall of the order's zone.
     *
     * @throws HomeworkRefused with 404 if the patient has no such order
     */
    public void noneToday(Launch opened, String id) {
        Launch launch = ofPatient(opened);
        HomeworkStore store = stores.of(launch);
        ServiceRequest order = order(store, launch, id);
        String worksheet = Optional.ofNullable(order.getExtensionByUrl(BASE + "StructureDefinition/worksheet"))
                .map(each -> each.getValue().primitiveValue())
                .orElseThrow(Replying::gone);
        QuestionnaireResponse response = about(launch, order, worksheet);
        response.addExtension(new Extension(BASE + "StructureDefinition/none-today", new BooleanType(true)));
        LocalDate today = LocalDate.now(clock.withZone(Zones.of(order, otherwise)));
        keep(store, response, "none " + today + " " + launch.issuer() + " ServiceRequest/" + id);
    }

    /** What a patient says, nobody who treats them says in their place. */
    private Launch ofPatient(Launch opened) {
        if (Role.of(opened.context()) != Role.PATIENT) {
            throw new HomeworkRefused(FORBIDDEN, "refusal.homework.patients-own", null);
        }
        return stores.current(opened);
    }

    private QuestionnaireResponse about(Launch launch, ServiceRequest order, String form) {
        String patient = "Patient/" + launch.context().patient();
        String user = launch.context().fhirUser();
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setQuestionnaire(form);
        response.setStatus(QuestionnaireResponseStatus.COMPLETED);
        response.setSubject(new Reference(patient));
        response.setAuthor(new Reference(user == null ? patient : user));
        response.addBasedOn(
                new Reference("ServiceRequest/" + order.getIdElement().getIdPart()));
        response.setAuthoredElement(new DateTimeType(clock.instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(Zones.of(order, otherwise))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
        return response;
    }

    /** Said already, it is left as it is; said otherwise before, it is amended. */
    private void keep(HomeworkStore store, QuestionnaireResponse response, String about) {
        String id = UUID.nameUUIDFromBytes(naming.name(about)).toString();
        response.setId(id);
        Optional<QuestionnaireResponse> before = stored(store, id);
        if (before.isEmpty()) {
            store.keep(response);
        } else if (!Base.compareDeep(before.get().getItem(), response.getItem(), true)) {
            response.setStatus(QuestionnaireResponseStatus.AMENDED);
            response.setMeta(new Meta().setVersionId(before.get().getMeta().getVersionId()));
            store.keep(response);
        }
    }

    /** By a search: of what is not there, a server may say no more than that it may not be read. */
    private static Optional<QuestionnaireResponse> stored(HomeworkStore store, String id) {
        return store.responsesBy("QuestionnaireResponse?_id=" + id).getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(QuestionnaireResponse.class::isInstance)
                .map(QuestionnaireResponse.class::cast)
                .findFirst();
    }

    private static ServiceRequest order(HomeworkStore store, Launch launch, @Nullable String id) {
        String patient = launch.context().patient();
        List<ServiceRequest> own = patient == null ? List.of() : store.assignments(patient);
        return own.stream()
                .filter(each -> each.getIdElement().getIdPart().equals(id))
                .findFirst()
                .orElseThrow(Replying::gone);
    }

    private static Coding coding(String system, String code) {
        return new Coding().setSystem(BASE + "CodeSystem/" + system).setCode(code);
    }

    private static HomeworkRefused gone() {
        return new HomeworkRefused(NOT_FOUND, "refusal.homework.gone", null);
    }
}
