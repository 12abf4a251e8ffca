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
import java.time.LocalDate;
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

/**
 * Whose charts a person may open: a clinician those of the patients whose care team he is in, a patient the own, somebody
 * who acts for a patient that patient's; each for as long as it is recorded to last.
 */
public final class Charts {

    private static final int DATE_LENGTH = "2026-11-23".length();

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
                search(CareTeam.class, active("participant", person.resource()))
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
        Optional<Encounter> session = latestSession(id);
        return new Chart(
                id,
                patient.getNameFirstRep().getNameAsSingleString(),
                patient.getBirthDateElement().getValueAsString(),
                session.map(each -> each.getIdElement().getIdPart()).orElse(null),
                session.map(Charts::day).orElse(null),
                search(CareTeam.class, active("patient", "Patient/" + id))
                        .map(team -> team.getIdElement().getIdPart())
                        .toList());
    }

    private Optional<Encounter> latestSession(String patient) {
        SearchParameterMap begun = new SearchParameterMap("patient", new ReferenceParam("Patient/" + patient))
                .add("date", new DateParam(ParamPrefixEnum.LESSTHAN_OR_EQUALS, Date.from(clock.instant())))
                .setSort(new SortSpec("date", SortOrderEnum.DESC))
                .setCount(1);
        return search(Encounter.class, begun)
                .filter(session -> session.getPeriod().hasStart())
                .findFirst();
    }

    private static LocalDate day(Encounter session) {
        String start = session.getPeriod().getStartElement().getValueAsString();
        return LocalDate.parse(start.substring(0, DATE_LENGTH));
    }

    private static SearchParameterMap active(String parameter, String reference) {
        return new SearchParameterMap(parameter, new ReferenceParam(reference)).add("status", new TokenParam("active"));
    }

    private <R extends Resource> Stream<R> search(Class<R> type, SearchParameterMap what) {
        return daos
                .getResourceDao(type)
                .searchForResources(what.setLoadSynchronous(true), new SystemRequestDetails())
                .stream();
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
