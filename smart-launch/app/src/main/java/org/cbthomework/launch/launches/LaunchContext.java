package org.cbthomework.launch.launches;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the EHR told beside the token.
 *
 * @param patient the id of the Patient; null without one
 * @param encounter the id of the Encounter; null without one
 * @param fhirUser who launched, as {@code Practitioner/17}; null if it was not told
 * @param intent what the user wants to do; null if it was not told
 * @param tenant null if it was not told
 * @param smartStyleUrl null if it was not told
 * @param needPatientBanner whether the app is to show whose record is open
 * @param fhirContext further resources
 */
public record LaunchContext(
        @Nullable String patient,
        @Nullable String encounter,
        @Nullable String fhirUser,
        @Nullable String intent,
        @Nullable String tenant,
        @Nullable String smartStyleUrl,
        boolean needPatientBanner,
        List<Further> fhirContext) {

    private static final Pattern TASK = Pattern.compile("Task/([A-Za-z0-9.-]{1,64})");

    public LaunchContext {
        fhirContext = List.copyOf(fhirContext);
    }

    /** The id of the Task that the app was launched for, by {@code fhirContext} or {@code intent}; null if for none. */
    public @Nullable String occasion() {
        return Stream.concat(
                        Stream.ofNullable(intent),
                        fhirContext.stream()
                                .filter(each -> each.role().equals("launch"))
                                .map(Further::reference))
                .map(TASK::matcher)
                .filter(Matcher::matches)
                .map(task -> task.group(1))
                .findFirst()
                .orElse(null);
    }

    /** Whether another context is about the same patient. */
    public boolean isOfPatient(@Nullable String other) {
        return patient == null ? other == null : patient.equals(other);
    }

    /**
     * A further resource.
     *
     * @param reference as {@code CareTeam/17}
     * @param role what it is to the launch, {@code launch} unless told otherwise
     */
    public record Further(String reference, String role) {}
}
