package org.cbthomework.plugin.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.access.token.Caller;
import org.cbthomework.plugin.access.token.FhirUser;

/** Requests of tests. */
final class Asking {

    static final Instant NOW = Instant.parse("2026-03-02T19:10:00.123Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String BASE = "https://fhir.example.org/r4";

    private Asking() {}

    static Asked of(String interaction, String method, String path, String query) {
        Caller clinician = new Caller(
                "https://issuer.example.org",
                "c-1",
                Optional.of("diary-app"),
                List.of(),
                Optional.empty(),
                Optional.of(new FhirUser("Practitioner", "c-1")),
                List.of(),
                false);
        return new Asked(BASE, interaction, method, path, query, "request-1", "192.0.2.7", Optional.of(clinician));
    }

    static Asked unknown(String interaction, String method, String path) {
        return new Asked(BASE, interaction, method, path, "", "request-1", "192.0.2.7", Optional.empty());
    }
}
