package org.cbthomework.demo.access;

import java.time.Duration;
import java.time.Instant;
import org.cbthomework.demo.harness.TestIssuer;
import org.cbthomework.demo.harness.Token;

/** Tokens of those who come to a server, by who they are and what they were granted. */
record Visitors(World world) {

    private static final String PATIENTS = "patient/*.cruds user/*.cruds";
    private static final String CLINICIANS = "user/*.cruds";

    Token blank() {
        return TestIssuer.TRUSTED.token(world.ehr.base());
    }

    private Token user(String reference) {
        return blank().user(reference);
    }

    /** Patient A, with every scope that there is for patients. */
    Token patientA() {
        return user("Patient/" + world.a).patient(world.a).scope(PATIENTS);
    }

    /** Patient A, with some scopes. */
    String patientA(String scopes) {
        return patientA().scope(scopes).signed();
    }

    /** The practitioner of that name, with every scope that there is for users. */
    Token clinician(String name) {
        return user("Practitioner/" + name + "-" + world.suffix).scope(CLINICIANS);
    }

    /** A's clinician. */
    String own() {
        return clinician("own").signed();
    }

    /** A clinician with patients of their own, who are neither A nor B. */
    String outside() {
        return clinician("outside").signed();
    }

    /** A clinician who has left the care team of B. */
    String left() {
        return clinician("left").signed();
    }

    /** A clinician for whom a verified launch names B. */
    String launchedForB() {
        return clinician("outside").patient(world.b).signed();
    }

    /** A proxy, by the id of the RelatedPerson; the token names the patient whom they once stood for. */
    String proxy(String relatedPerson, String patient) {
        return user("RelatedPerson/" + relatedPerson)
                .patient(patient)
                .scope(PATIENTS)
                .signed();
    }

    String observer() {
        return blank().client(TestIssuer.OBSERVER)
                .scope("system/Observation.cruds")
                .signed();
    }

    String everything() {
        return TestIssuer.TRUSTED.everything(world.ehr.base());
    }

    /** The patient of that id at an EHR that launched the app. */
    Token granted(String ehr, String patient) {
        return TestIssuer.TRUSTED
                .grant(world.ehr.base(), ehr)
                .user(ehr + "/Patient/" + patient)
                .patient(patient)
                .scope(PATIENTS);
    }

    /** The practitioner of that id there, who has opened the chart of a patient. */
    Token granted(String ehr, String practitioner, String patient) {
        return granted(ehr, patient).user(ehr + "/Practitioner/" + practitioner).scope(CLINICIANS);
    }

    Token ofTenant(String tenant) {
        return patientA().claim("iss", TestIssuer.TRUSTED.nameForTenant()).claim("tenant", tenant);
    }

    static Instant ago(Duration time) {
        return Instant.now().minus(time);
    }
}
