package org.cbthomework.launch.homework;

import java.util.Locale;
import org.cbthomework.launch.homework.Context.May;
import org.cbthomework.launch.homework.Context.Person;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.launches.Scopes;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Tells a page whose homework it shows, to whom, and what may be done there. */
public final class TellingContext {

    private final HomeworkStores stores;

    public TellingContext(HomeworkStores stores) {
        this.stores = stores;
    }

    public Context tell(Launch opened) {
        Launch launch = stores.current(opened);
        May may = may(launch.grant().scopes(), stores.offers(launch));
        return new Context(
                Role.of(launch.context()).name().toLowerCase(Locale.ROOT),
                person(launch, may),
                launch.context().needPatientBanner(),
                launch.context().intent(),
                may,
                launch.ends());
    }

    private static May may(Scopes scopes, Offers offers) {
        return new May(
                scopes.allow("Task", 's') && scopes.allow("ServiceRequest", 's'),
                offers.answers() && scopes.allow("QuestionnaireResponse", 'c'),
                offers.assignments() && mayAssign(scopes),
                offers.assignments()
                        && mayAssign(scopes)
                        && scopes.allow("Questionnaire", 'c')
                        && scopes.allow("Questionnaire", 'u'),
                scopes.allow("Patient", 'r'),
                offers.counts() && scopes.allow("Observation", 'r'));
    }

    /** What is new is stored under an id of the app's choosing, which wants {@code u} as well. */
    private static boolean mayAssign(Scopes scopes) {
        return scopes.allow("ServiceRequest", 'c')
                && scopes.allow("ServiceRequest", 'u')
                && scopes.allow("ServiceRequest", 's')
                && scopes.allow("CarePlan", 'u')
                && scopes.allow("Questionnaire", 's');
    }

    private @Nullable Person person(Launch launch, May may) {
        String id = launch.context().patient();
        if (id == null) {
            return null;
        }
        if (!may.seePatient()) {
            return new Person(id, null, null);
        }
        Patient patient = stores.of(launch).patient(id);
        return new Person(
                id,
                name(patient),
                launch.context().needPatientBanner()
                        ? patient.getBirthDateElement().getValueAsString()
                        : null);
    }

    private static @Nullable String name(Patient patient) {
        HumanName name = patient.getName().stream()
                .filter(each -> each.getUse() == NameUse.OFFICIAL || each.getUse() == NameUse.USUAL)
                .findFirst()
                .orElseGet(patient::getNameFirstRep);
        return name.isEmpty() ? null : name.getNameAsSingleString();
    }
}
