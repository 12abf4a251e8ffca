package org.cbthomework.demo.patients;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/** What tells every resource of the demo from a real one. */
final class Marks {

    /** The system of the tag that says of which seed a resource is. */
    static final String SYSTEM = "https://w3id.org/cbt-homework/fhir/demo";

    private Marks() {}

    static String seed() {
        return "seed-" + Cohort.SEED;
    }

    /** Gives the resource its id, the security label "test health data", and the tag of its seed. */
    static <R extends Resource> R marked(R resource, String id) {
        resource.setId(id);
        resource.getMeta()
                .addSecurity(
                        new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HTEST", "test health data"))
                .addTag(new Coding(SYSTEM, seed(), "CBT Homework demo"));
        return resource;
    }
}
