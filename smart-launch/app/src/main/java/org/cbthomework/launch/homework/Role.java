package org.cbthomework.launch.homework;

import org.cbthomework.launch.launches.LaunchContext;

/** For whom the app shows itself. What the user may see is for the server to decide, whatever the role. */
public enum Role {
    PATIENT,
    CLINICIAN;

    /**
     * By who launched; where that is not told, by the intent. In doubt it is the patient, whose pages show the least.
     *
     * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">fhirUser, intent</a>
     */
    public static Role of(LaunchContext context) {
        String user = context.fhirUser();
        if (user != null) {
            return user.startsWith("Practitioner/") || user.startsWith("PractitionerRole/") ? CLINICIAN : PATIENT;
        }
        return "homework-review".equals(context.intent()) ? CLINICIAN : PATIENT;
    }
}
