package org.cbthomework.launch.authorization;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cbthomework.launch.ehr.Address;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.launches.LaunchContext;
import org.cbthomework.launch.launches.LaunchContext.Further;
import org.jspecify.annotations.Nullable;

/** Reads the launch context from what stands beside the token. */
final class ContextReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern REFERENCE = Pattern.compile("(?:(.+)/)?([A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64})");
    private static final int MOST_CHARACTERS = 200;

    private final Ehr ehr;

    ContextReader(Ehr ehr) {
        this.ehr = ehr;
    }

    /**
     * Reads it.
     *
     * @param user {@code fhirUser} of the id_token; null without one
     * @throws LaunchRefused if it names a patient or an encounter by what is no id
     */
    LaunchContext read(Map<String, Object> told, @Nullable String user) {
        return new LaunchContext(
                id(told, "patient"),
                id(told, "encounter"),
                Optional.ofNullable(user)
                        .or(() -> text(told, "fhirUser"))
                        .flatMap(this::reference)
                        .orElse(null),
                text(told, "intent").orElse(null),
                text(told, "tenant").orElse(null),
                text(told, "smart_style_url")
                        .flatMap(Address::of)
                        .filter(ehr::owns)
                        .map(address -> address.uri().toString())
                        .orElse(null),
                Boolean.TRUE.equals(told.get("need_patient_banner")),
                told.get("fhirContext") instanceof List<?> list
                        ? list.stream().flatMap(each -> further(each).stream()).toList()
                        : List.of());
    }

    private @Nullable String id(Map<String, Object> told, String name) {
        Object value = told.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String id && ID.matcher(id).matches()) {
            return id;
        }
        throw new LaunchRefused(Refusal.NOT_GRANTED, name + " beside the token is no id of FHIR", ehr);
    }

    private static Optional<String> text(Map<String, Object> told, String name) {
        return told.get(name) instanceof String text && text.length() <= MOST_CHARACTERS
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Without a role it is the resource that the app was launched for. */
    private Optional<Further> further(Object told) {
        if (!(told instanceof Map<?, ?> each) || !(each.get("reference") instanceof String reference)) {
            return Optional.empty();
        }
        String role = each.get("role") instanceof String text ? text : "launch";
        return reference(reference).map(relative -> new Further(relative, role));
    }

    /** Relative to the EHR's FHIR base; nothing elsewhere is ever read. */
    private Optional<String> reference(String told) {
        Matcher parts = REFERENCE.matcher(told);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String base = parts.group(1);
        return base == null || ehr.below("").toString().equals(base + "/")
                ? Optional.of(parts.group(2))
                : Optional.empty();
    }
}
