package org.cbthomework.launch.harness;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a fake EHR holds: found by type, {@code _id} and {@code url}, kept as it is put, with the next version each time. */
public final class Records {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, ObjectNode> held = new ConcurrentHashMap<>();

    /** Holds a resource, under its type and id. */
    public Records with(String json) {
        put((ObjectNode) JSON.readTree(json));
        return this;
    }

    /** Those of a type. */
    public List<JsonNode> all(String type) {
        return held.entrySet().stream()
                .filter(each -> each.getKey().startsWith(type + "/"))
                .map(Map.Entry::getValue)
                .map(JsonNode.class::cast)
                .toList();
    }

    /** Answers as a FHIR server does. */
    public Answer answer(Asked asked) {
        String path = asked.path().replaceFirst(".*/fhir/", "");
        if (asked.method().equals("PUT")) {
            return Answer.fhir(put((ObjectNode) JSON.readTree(asked.body())).toString());
        }
        if (path.contains("/")) {
            return held.containsKey(path) ? Answer.fhir(held.get(path).toString()) : Answer.status(404);
        }
        Map<String, String> query = Asked.query(asked.uri().toString());
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "searchset");
        ArrayNode entries = bundle.putArray("entry");
        all(path).stream()
                .filter(each -> Stream.of(Map.entry("_id", "id"), Map.entry("url", "url"))
                        .allMatch(by -> query.getOrDefault(
                                        by.getKey(), each.path(by.getValue()).asString(""))
                                .equals(each.path(by.getValue()).asString(""))))
                .forEach(each -> entries.addObject().set("resource", each));
        return Answer.fhir(bundle.toString());
    }

    private ObjectNode put(ObjectNode resource) {
        String key = resource.get("resourceType").asString() + "/"
                + resource.get("id").asString();
        ObjectNode before = held.get(key);
        int version = before == null ? 1 : before.path("meta").path("versionId").asInt() + 1;
        resource.putObject("meta")
                .put("versionId", Integer.toString(version))
                .put("lastUpdated", "2026-03-02T10:00:00Z");
        held.put(key, resource);
        return resource;
    }
}
