package org.cbthomework.demo.authorization;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A SMART scope for FHIR resources, in the syntax of version 1 ({@code patient/Observation.read}) or 2
 * ({@code patient/Observation.rs?category=laboratory}).
 *
 * @param level {@code patient}, {@code user} or {@code system}
 * @param type a resource type, or {@code *}
 * @param permissions some of {@code cruds}, in that order
 * @param filter which resources of the type, as a search would say it; null for all
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART: scopes</a>
 */
record Scope(
        String level,
        String type,
        String permissions,
        @Nullable String filter) {

    private static final Pattern SYNTAX = Pattern.compile(
            "(?<level>patient|user|system)/(?<type>\\*|[A-Z][A-Za-z]{1,63})"
                    + "\\.(?:(?<old>read|write|\\*)|(?<new>(?=[cruds])c?r?u?d?s?)(?:\\?(?<filter>[^?&=]+=[^?&=]+(?:&[^?&=]+=[^?&=]+)*))?)");

    /** Empty for whatever else: {@code openid}, {@code launch/patient}, or nonsense. */
    static Optional<Scope> of(String text) {
        Matcher parts = SYNTAX.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String old = parts.group("old");
        String permissions = old == null ? parts.group("new") : inVersion2(old);
        return Optional.of(new Scope(parts.group("level"), parts.group("type"), permissions, parts.group("filter")));
    }

    /** Whether whoever may do this may do the other. */
    boolean covers(Scope other) {
        return level.equals(other.level)
                && (type.equals("*") || type.equals(other.type))
                && other.permissions.chars().allMatch(permission -> permissions.indexOf(permission) >= 0)
                && (filter == null || filter.equals(other.filter));
    }

    private static String inVersion2(String old) {
        return switch (old) {
            case "read" -> "rs";
            case "write" -> "cud";
            default -> "cruds";
        };
    }
}
