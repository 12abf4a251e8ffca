package org.cbthomework.demo.authorization;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.demo.patients.Person;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Whose charts a person may open: a clinician those of the patients whose care team he is in, a patient the own, somebody
 * who acts for a patient that patient's; each for as long as it is recorded to last.
 */
public final class Charts {

    private final DaoRegistry daos;
    private final Clock clock;

    Charts(DaoRegistry daos, Clock clock) {
        this.daos = daos;
        this.clock = clock;
    }

    /** By name. */
    public List<Chart> openTo(Person person) {
        return patients(person)
                .distinct()
                .flatMap(id -> read(Patient.class, id).stream())
                .map(this::chart)
                .sorted(Comparator.comparing(Chart::name))
                .toList();
    }

    public Optional<Chart> open(Person person, String patient) {
        return patients(person)
                .filter(patient::equals)
                .findFirst()
                .flatMap(id -> read(Patient.class, id))
                .map(this::chart);
    }

    private Stream<String> patients(Person person) {
        return switch (person.resourceType()) {
            case "Patient" -> Stream.of(person.resourceId());
            case "RelatedPerson" ->
                read(RelatedPerson.class, person.resourceId()).stream()
                        .filter(proxy -> proxy.getActive() && isNow(proxy.getPeriod()))
                        .map(proxy -> proxy.getPatient().getReferenceElement().getIdPart());
            default ->
                search(
                                CareTeam.class,
                                new SearchParameterMap("participant", new ReferenceParam(person.resource()))
                                        .add("status", new TokenParam("active")))
                        .filter(team -> isNow(team.getPeriod()) && isMember(team, person))
                        .map(team -> team.getSubject().getReferenceElement().getIdPart());
        };
    }

    private boolean isMember(CareTeam team, Person person) {
        return team.getParticipant().stream()
                .anyMatch(participant -> isNow(participant.getPeriod())
                        && person.resource()
                                .equals(participant
                                        .getMember()
                                        .getReferenceElement()
                                        .toUnqualifiedVersionless()
                                        .getValue()));
    }

    private boolean isNow(Period period) {
        Date now = Date.from(clock.instant());
        return (!period.hasStart() || !period.getStart().after(now))
                && (!period.hasEnd() || !period.getEnd().before(now));
    }

    private Chart chart(Patient patient) {
        String id = patient.getIdElement().getIdPart();
        return new Chart(
                id,
                patient.getNameFirstRep().getNameAsSingleString(),
                patient.getBirthDateElement().getValueAsString(),
                latestSession(id));
    }

    private @Nullable String latestSession(String patient) {
        SearchParameterMap begun = new SearchParameterMap("patient", new ReferenceParam("Patient/" + patient))
                .add("date", new DateParam(ParamPrefixEnum.LESSTHAN_OR_EQUALS, Date.from(clock.instant())))
                .setSort(new SortSpec("date", SortOrderEnum.DESC))
                .setCount(1);
        return search(Encounter.class, begun)
                .map(encounter -> encounter.getIdElement().getIdPart())
                .findFirst()
                .orElse(null);
    }

    private <R extends Resource> Stream<R> search(Class<R> type, SearchParameterMap what) {
        return daos
                .getResourceDao(type)
                .search(what.setLoadSynchronous(true), new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(type::cast);
    }

    private <R extends Resource> Optional<R> read(Class<R> type, String id) {
        try {
            return Optional.of(
                    daos.getResourceDao(type).read(new IdType(type.getSimpleName(), id), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException notThere) {
            return Optional.empty();
        }
    }
}
