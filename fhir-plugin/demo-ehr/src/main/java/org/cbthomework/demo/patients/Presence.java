package org.cbthomework.demo.patients;

/** Whether a demo patient is in the server already. */
enum Presence {
    ABSENT,
    /** As this version of the demo would load the patient, on whatever day that was. */
    CURRENT,
    OF_ANOTHER_SEED,
    /** A patient of the same id who is not of the demo. */
    SOMEBODY_ELSE
}
