package org.cbthomework.demo.patients;

import java.util.List;
import java.util.stream.Stream;

/** Who can sign in to the demo: its staff, its patients, and somebody who acts for one of them. */
public final class People {

    /** Whose role is to read who opened what. */
    public static final String AUDITOR = Staff.AUDITOR;

    private People() {}

    /** Staff first. */
    public static List<Person> all() {
        return Stream.of(
                        Stream.of(Clinician.values()).map(People::clinician),
                        Stream.of(
                                new Person(
                                        Staff.OUTSIDE,
                                        "Demo Clinician Outside",
                                        "Practitioner/" + Staff.OUTSIDE,
                                        "a clinician without patients here"),
                                new Person(
                                        Staff.AUDITOR,
                                        "Demo Auditor",
                                        "Practitioner/" + Staff.AUDITOR,
                                        "reads who opened what, and no chart")),
                        Cohort.patients().stream().map(People::patient),
                        Stream.of(new Person(
                                Proxy.ID, "Demo Proxy", "RelatedPerson/" + Proxy.ID, "acts for Demo " + Proxy.OF)))
                .flatMap(people -> people)
                .toList();
    }

    private static Person clinician(Clinician clinician) {
        return new Person(
                clinician.id(), "Demo Clinician " + clinician.family(), clinician.reference(), "seven patients");
    }

    private static Person patient(DemoPatient patient) {
        return new Person(patient.id(), "Demo " + patient.name(), "Patient/" + patient.id(), "own homework");
    }
}
