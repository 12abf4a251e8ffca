package org.cbthomework.launch.harness;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the fake EHR answers. */
public record Answer(int status, Map<String, String> headers, String body) {

    /** Which nobody is to use again. */
    public static Answer json(String body) {
        return new Answer(200, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), body);
    }

    public static Answer fhir(String body) {
        return new Answer(200, Map.of("Content-Type", "application/fhir+json"), body);
    }

    /** What a search found, each as JSON; nothing is told of what is blank. */
    public static Answer searchset(String... resources) {
        return searchset(List.of(resources));
    }

    public static Answer searchset(Collection<String> resources) {
        return fhir("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":["
                + resources.stream()
                        .filter(resource -> !resource.isBlank())
                        .map(resource -> "{\"resource\":" + resource + "}")
                        .collect(Collectors.joining(","))
                + "]}");
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
