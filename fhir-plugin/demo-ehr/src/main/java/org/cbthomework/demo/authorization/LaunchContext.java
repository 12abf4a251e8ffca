package org.cbthomework.demo.authorization;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the EHR tells an app beside its token.
 *
 * @param parameters by the names that SMART gives them, {@code patient}, {@code need_patient_banner} and so on
 */
public record LaunchContext(Map<String, Object> parameters) {

    public static final LaunchContext NONE = new LaunchContext(Map.of());

    /** Under this name it is kept with an authorization. */
    static final String ATTRIBUTE = LaunchContext.class.getName();

    public LaunchContext {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public LaunchContext patient(String id) {
        return with("patient", id);
    }

    public LaunchContext encounter(String id) {
        return with("encounter", id);
    }

    public LaunchContext needPatientBanner(boolean isNeeded) {
        return with("need_patient_banner", isNeeded);
    }

    public LaunchContext intent(String intent) {
        return with("intent", intent);
    }

    /** Further resources, as {@code CarePlan/17}. */
    public LaunchContext fhirContext(List<String> references) {
        return with(
                "fhirContext",
                references.stream()
                        .map(reference -> Map.of("reference", reference))
                        .toList());
    }

    public LaunchContext style(String url) {
        return with("smart_style_url", url);
    }

    public LaunchContext tenant(String tenant) {
        return with("tenant", tenant);
    }

    Optional<String> patient() {
        return Optional.ofNullable(parameters.get("patient")).map(String.class::cast);
    }

    Optional<String> encounter() {
        return Optional.ofNullable(parameters.get("encounter")).map(String.class::cast);
    }

    private LaunchContext with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new LaunchContext(more);
    }
}
