package org.cbthomework.launch.homework;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page must know of its launch.
 *
 * @param role {@code patient} or {@code clinician}
 * @param patient who it is about; null if about nobody, or the record is not open
 * @param needPatientBanner whether the page must show whose record is open
 * @param intent what the user came for; null if it was not told
 * @param may what the granted scopes allow and the homework server offers
 * @param ends exclusive; when the launch is over
 */
public record Context(
        String role,
        @Nullable Person patient,
        boolean needPatientBanner,
        @Nullable String intent,
        May may,
        Instant ends) {

    /**
     * Who the homework is of.
     *
     * @param birthDate as FHIR writes it; null if it is not known or no banner is needed
     */
    public record Person(
            String id, @Nullable String name, @Nullable String birthDate) {}

    /** What granted scopes allow, if perhaps for some resources alone, where the homework server offers it. */
    public record May(
            @JsonProperty boolean seeHomework,
            @JsonProperty boolean answer,
            @JsonProperty boolean assign,
            @JsonProperty boolean tailor,
            @JsonProperty boolean seePatient,
            @JsonProperty boolean seeCounts) {}
}
