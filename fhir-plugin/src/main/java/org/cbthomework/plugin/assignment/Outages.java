package org.cbthomework.plugin.assignment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.cbthomework.adherence.schedule.Stretch;

/** When this server could not be reached, as its configuration tells: nothing was expected of anybody. */
public final class Outages {

    private Outages() {}

    /**
     * Reads outages such as {@code 2026-03-05T22:00+01:00/2026-03-06T04:00+01:00}, separated by commas.
     *
     * @throws IllegalArgumentException if one is no such interval, or ends before it starts
     */
    public static List<Stretch> parse(String setting) {
        return Stream.of(setting.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Outages::stretch)
                .toList();
    }

    private static Stretch stretch(String text) {
        try {
            int slash = text.indexOf('/');
            return new Stretch(moment(text.substring(0, Math.max(slash, 0))), moment(text.substring(slash + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cbt-homework.outages has '" + text
                            + "', which is no stretch of time; give start/end with offsets, as in"
                            + " 2026-03-05T22:00+01:00/2026-03-06T04:00+01:00",
                    e);
        }
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
