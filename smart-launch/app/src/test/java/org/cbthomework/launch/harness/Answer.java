package org.cbthomework.launch.harness;

import java.util.Map;

/** What the fake EHR answers. */
public record Answer(int status, Map<String, String> headers, String body) {

    /** Which nobody is to use again. */
    public static Answer json(String body) {
        return new Answer(200, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), body);
    }

    public static Answer fhir(String body) {
        return new Answer(200, Map.of("Content-Type", "application/fhir+json"), body);
    }

    public static Answer status(int status) {
        return new Answer(status, Map.of("Content-Type", "application/json"), "{}");
    }

    public static Answer error(String code) {
        return new Answer(400, Map.of("Content-Type", "application/json"), "{\"error\":\"" + code + "\"}");
    }

    public static Answer redirect(String address) {
        return new Answer(302, Map.of("Location", address), "");
    }
}
