package org.cbthomework.adherence.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The name of one occasion, unique within its assignment and the same at every expansion.
 *
 * @param value a local date and time as scheduled ({@code 2026-03-02T20:00}), a bucket and a number
 *     ({@code 2026-03-02#1}), or the name that somebody else gave the occasion ({@code Task/17})
 */
public record OccasionKey(String value) {

    private static final int DATE_LENGTH = "2026-03-02".length();

    public OccasionKey {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An occasion's key is blank; name a slot such as 2026-03-02T20:00");
        }
    }

    static OccasionKey of(LocalDateTime scheduled) {
        return new OccasionKey(scheduled.toString());
    }

    /** The name of a slot that local time alone does not tell from another: with its offset. */
    static OccasionKey of(ZonedDateTime slot) {
        return new OccasionKey(slot.toOffsetDateTime().toString());
    }

    static OccasionKey of(LocalDate bucket, int number) {
        return new OccasionKey(bucket + "#" + number);
    }

    /** The local day that the name begins with, if it begins with one. */
    public Optional<LocalDate> day() {
        try {
            return value.length() < DATE_LENGTH
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(value.substring(0, DATE_LENGTH)));
        } catch (DateTimeParseException givenByOthers) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
