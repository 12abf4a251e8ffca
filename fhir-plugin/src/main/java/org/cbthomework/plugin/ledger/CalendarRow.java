package org.cbthomework.plugin.ledger;

import java.util.Optional;

/**
 * A stretch of a patient's days that has a say in when homework is expected.
 *
 * @param resource the resource that tells it, as a relative reference; it may tell several
 * @param subject the patient, as a relative reference
 * @param scope what it holds for: the patient, a CarePlan or a ServiceRequest, as a relative reference
 * @param starts its start, a FHIR dateTime of a day or more precise
 * @param ends its end, likewise; empty while it goes on
 */
public record CalendarRow(
        String resource, String subject, String scope, Kind kind, String starts, Optional<String> ends) {

    /** What it means for homework. */
    public enum Kind {
        /** A therapy session: a week of homework ends there. */
        SESSION,
        /** A stay in hospital: nothing is expected. */
        INPATIENT,
        /** Agreed leave: nothing is expected. */
        LEAVE,
        /** The patient's death: homework ends there. */
        DEATH
    }
}
