package org.cbthomework.plugin;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.schedule.Stretch;
import org.cbthomework.plugin.assignment.Outages;

/**
 * How the plugin is set up.
 *
 * @param defaultZone the zone of patients whose record tells none, if any is assumed
 * @param outages when the server could not be reached
 * @param publishEvery how often it is looked for what is due to be published; zero for never on this node
 */
record Settings(Optional<ZoneId> defaultZone, List<Stretch> outages, Duration publishEvery) {

    /**
     * Reads what is configured.
     *
     * @throws IllegalArgumentException if one of them cannot be read; names the setting, the value and the remedy
     */
    static Settings parse(String defaultTimezone, String outages, String publishEvery) {
        return new Settings(zone(defaultTimezone), Outages.parse(outages), duration(publishEvery));
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Told below, as for one that is negative.
        }
        throw new IllegalArgumentException("cbt-homework.publish-every is '" + text
                + "', which is no duration; use one such as PT1S, or PT0S to leave publishing to other nodes");
    }

    private static Optional<ZoneId> zone(String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("cbt-homework.default-timezone is '" + name
                    + "', which is unknown; use an IANA name such as Europe/Berlin, or leave it out");
        }
        return Optional.of(ZoneId.of(name));
    }
}
