package org.cbthomework.plugin.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** Looks up what ties a clinician to patients: care teams, assignments under way, roles. */
final class LoadingTies {

    private static final Set<ServiceRequestStatus> UNDER_WAY =
            Set.of(ServiceRequestStatus.ACTIVE, ServiceRequestStatus.ONHOLD);

    private final Stored stored;

    LoadingTies(Stored stored) {
        this.stored = stored;
    }

    /** Of the practitioner with that id. */
    Ties of(String id) {
        String practitioner = "Practitioner/" + id;
        return new Ties(memberships(practitioner), assigned(practitioner), roles(practitioner));
    }

    private Map<String, List<Span>> memberships(String practitioner) {
        Map<String, List<Span>> found = new HashMap<>();
        for (CareTeam team : stored.referring(CareTeam.class, "participant", practitioner)) {
            String patient = patient(team.getSubject());
            if (patient.isEmpty()) {
                continue;
            }
            Span ofTeam = Span.of(team.getPeriod());
            boolean isActive = team.getStatus() == CareTeamStatus.ACTIVE;
            team.getParticipant().stream()
                    .filter(participant -> isTo(participant.getMember(), practitioner))
                    .map(participant -> Span.of(participant.getPeriod()).within(ofTeam))
                    .map(span -> isActive ? span : span.ended())
                    .forEach(span -> found.computeIfAbsent(patient, any -> new ArrayList<>())
                            .add(span));
        }
        return found;
    }

    private Set<String> assigned(String practitioner) {
        Set<String> found = new HashSet<>();
        Stream.of("requester", "performer")
                .flatMap(parameter -> stored.referring(ServiceRequest.class, parameter, practitioner).stream())
                .filter(order -> UNDER_WAY.contains(order.getStatus()))
                .map(order -> patient(order.getSubject()))
                .filter(patient -> !patient.isEmpty())
                .forEach(found::add);
        return found;
    }

    private Map<String, List<Span>> roles(String practitioner) {
        Map<String, List<Span>> found = new HashMap<>();
        for (PractitionerRole role : stored.referring(PractitionerRole.class, "practitioner", practitioner)) {
            if (role.hasActive() && !role.getActive()) {
                continue;
            }
            role.getCode().stream()
                    .flatMap(code -> code.getCoding().stream())
                    .filter(coding -> Roles.SYSTEM.equals(coding.getSystem()))
                    .forEach(coding -> found.computeIfAbsent(coding.getCode(), any -> new ArrayList<>())
                            .add(Span.of(role.getPeriod())));
        }
        return found;
    }

    private static boolean isTo(Reference reference, String target) {
        return LocalReference.stored(reference.getReferenceElement())
                .filter(local -> target.equals(local.toString()))
                .isPresent();
    }

    private static String patient(Reference reference) {
        return LocalReference.stored(reference.getReferenceElement())
                .flatMap(local -> local.idOf("Patient"))
                .orElse("");
    }
}
