package org.cbthomework.launch.assign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form of a plan as it was filled in, right or wrong, so that it can come back as it was. */
public record PlanForm(Map<String, List<String>> fields) {

    public PlanForm {
        fields = Map.copyOf(fields);
    }

    /** What a field says, without space around it; empty if it says nothing. */
    public String get(String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .findFirst()
                .orElse("")
                .trim();
    }

    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    public boolean isTicked(String field) {
        return !get(field).isEmpty();
    }

    PlanForm with(String field, String... values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(fields);
        changed.put(field, List.of(values));
        return new PlanForm(changed);
    }
}
