package org.cbthomework.plugin.ledger;

import java.util.Optional;

/**
 * An Encounter that has a say in when homework is expected.
 *
 * @param encounter the Encounter, as a relative reference
 * @param subject the patient, as a relative reference
 * @param starts its start, a FHIR dateTime of a day or more precise
 * @param ends its end, likewise; empty while it goes on
 */
public record EncounterRow(String encounter, String subject, Kind kind, String starts, Optional<String> ends) {

    /** What it means for homework. */
    public enum Kind {
        /** A therapy session: a week of homework ends there. */
        SESSION,
        /** A stay in hospital: nothing is expected. */
        INPATIENT
    }
}
