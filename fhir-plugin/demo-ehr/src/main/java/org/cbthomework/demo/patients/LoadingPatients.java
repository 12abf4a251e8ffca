package org.cbthomework.demo.patients;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the demo patients who are not there yet, or all of them anew. */
final class LoadingPatients {

    private static final Logger LOG = LoggerFactory.getLogger(LoadingPatients.class);

    private final StoredPatients stored;
    private final List<DemoPatient> patients;
    private final Clock clock;

    LoadingPatients(StoredPatients stored, List<DemoPatient> patients, Clock clock) {
        this.stored = stored;
        this.patients = List.copyOf(patients);
        this.clock = clock;
    }

    /**
     * Loads them up to now, one by one; a patient who cannot be loaded is logged and left out.
     *
     * @param anew whether those who are there are removed first
     * @param goOn asked before each patient
     */
    Loaded load(boolean anew, BooleanSupplier goOn) {
        Instant now = clock.instant();
        List<DemoPatient> wanted =
                patients.stream().filter(patient -> isWanted(patient, anew)).toList();
        if (!wanted.isEmpty()) {
            stored.store(WritingPatients.transaction(Staff.resources()));
        }
        Loaded loaded = Loaded.NOTHING;
        for (DemoPatient patient : wanted) {
            if (goOn.getAsBoolean()) {
                loaded = loaded.plus(load(patient, now));
            }
        }
        return loaded;
    }

    private boolean isWanted(DemoPatient patient, boolean anew) {
        Presence presence = stored.find(patient);
        if (presence == Presence.SOMEBODY_ELSE) {
            LOG.warn(
                    "Patient/{} is not of the demo and was left alone; give it another id to have the demo's",
                    patient.id());
        }
        return presence == Presence.ABSENT
                || presence == Presence.OF_ANOTHER_SEED
                || (presence == Presence.CURRENT && anew);
    }

    private Loaded load(DemoPatient patient, Instant now) {
        try {
            if (stored.find(patient) != Presence.ABSENT) {
                stored.remove(patient);
            }
            Bundle bundle = WritingPatients.bundle(patient, now);
            stored.store(bundle);
            return Loaded.of(bundle);
        } catch (RuntimeException failed) {
            LOG.error("Patient/{} was not loaded: {}", patient.id(), reasons(failed));
            return Loaded.NOTHING;
        }
    }

    /** As the server would answer: an OperationOutcome repeats no answer. Of anything else, its kind. */
    private static List<String> reasons(RuntimeException failed) {
        if (!(failed instanceof BaseServerResponseException refused)) {
            return List.of(failed.getClass().getSimpleName());
        }
        return refused.getOperationOutcome() instanceof OperationOutcome outcome
                ? outcome.getIssue().stream()
                        .map(issue -> issue.getDiagnostics())
                        .toList()
                : List.of(String.valueOf(refused.getMessage()));
    }
}
