package org.cbthomework.plugin.audit;

import java.util.Locale;
import org.springframework.core.env.PropertyResolver;

/**
 * How the audit is set up.
 *
 * @param refusalsOfStrangers how many refusals in a minute are told each for one address, where it is not known who asks
 */
public record AuditSettings(Mode mode, int refusalsOfStrangers) {

    /** Whether there is an audit, and what becomes of a request of which it cannot tell. */
    public enum Mode {
        /** Such a request is answered 503. */
        ON,
        /** Such a request is answered all the same, and the log says that it is not told. */
        LENIENT,
        OFF
    }

    private static final String MODE = "cbt-homework.audit";
    private static final String STRANGERS = "cbt-homework.audit-refusals-of-strangers";

    /**
     * Reads what is configured.
     *
     * @param isGuarded whether access is guarded, where there is an audit unless it is switched off
     * @throws IllegalArgumentException if it cannot be read; names the setting, the value and the remedy
     */
    public static AuditSettings parse(PropertyResolver settings, boolean isGuarded) {
        return new AuditSettings(
                mode(settings.getProperty(MODE, isGuarded ? "on" : "off").trim()),
                number(settings.getProperty(STRANGERS, "60").trim()));
    }

    /** YAML makes true and false of on and off. */
    private static Mode mode(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "on", "true" -> Mode.ON;
            case "off", "false" -> Mode.OFF;
            case "lenient" -> Mode.LENIENT;
            default ->
                throw new IllegalArgumentException(
                        MODE + " is '" + text + "'; use on, lenient or off, or leave it out");
        };
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            // Told below, as for one that is too small.
        }
        throw new IllegalArgumentException(
                STRANGERS + " is '" + text + "'; use a whole number of at least 1, or leave it out");
    }
}
