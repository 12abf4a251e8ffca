package org.cbthomework.demo.patients;

import java.util.Locale;

/** The two clinicians who share the demo patients. */
enum Clinician {
    ONE("One"),
    TWO("Two");

    private final String family;

    Clinician(String family) {
        this.family = family;
    }

    String family() {
        return family;
    }

    String id() {
        return "demo-clinician-" + name().toLowerCase(Locale.ROOT);
    }

    String reference() {
        return "Practitioner/" + id();
    }
}
