package org.cbthomework.plugin.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.StringType;

/**
 * The events of a request that was answered: one for each patient, and one for what is about none. A request that reaches
 * many is told in fewer events, which name all of them and claim the profile that is about none.
 */
final class Accesses {

    /** Of so many patients each has an event of their own. */
    static final int EACH_OF_THEIR_OWN = 20;
    /** So many patients share an event otherwise. */
    static final int TOGETHER = 200;
    /** So many resources are named in an event; how many more there were is told as a number. */
    static final int NAMED = 100;

    private final Draft draft;

    Accesses(Draft draft) {
        this.draft = draft;
    }

    /** At least one event. */
    List<AuditEvent> of(Asked asked, List<Touch> touched) {
        Map<String, List<Touch>> byPatient = new TreeMap<>();
        for (Touch touch : touched) {
            touch.patients()
                    .forEach(patient -> byPatient
                            .computeIfAbsent(patient, none -> new ArrayList<>())
                            .add(touch));
        }
        List<AuditEvent> events = new ArrayList<>();
        if (byPatient.size() <= EACH_OF_THEIR_OWN) {
            byPatient.forEach((patient, about) -> events.add(event(asked, List.of(patient), about)));
        } else {
            List<String> patients = List.copyOf(byPatient.keySet());
            for (int from = 0; from < patients.size(); from += TOGETHER) {
                List<String> some = patients.subList(from, Math.min(from + TOGETHER, patients.size()));
                events.add(event(
                        asked,
                        some,
                        some.stream()
                                .flatMap(patient -> byPatient.getOrDefault(patient, List.of()).stream())
                                .distinct()
                                .toList()));
            }
        }
        List<Touch> aboutNone =
                touched.stream().filter(touch -> touch.patients().isEmpty()).toList();
        if (!aboutNone.isEmpty() || events.isEmpty()) {
            events.add(event(asked, List.of(), aboutNone));
        }
        return events;
    }

    private AuditEvent event(Asked asked, Collection<String> patients, List<Touch> touched) {
        Act act = Act.done(asked.interaction(), touched);
        AuditEvent event = draft.of(asked, act, patients.size() == 1);
        Entities entities = new Entities(event, asked);
        if (act == Act.QUERY) {
            AuditEventEntityComponent query = entities.query();
            if (touched.size() > NAMED) {
                query.addDetail().setType("resources").setValue(new StringType(String.valueOf(touched.size())));
            }
        } else if (touched.isEmpty()) {
            entities.target();
        }
        touched.stream().limit(NAMED).forEach(entities::data);
        patients.forEach(entities::patient);
        return event;
    }
}
