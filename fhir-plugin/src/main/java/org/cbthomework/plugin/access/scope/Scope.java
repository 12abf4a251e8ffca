package org.cbthomework.plugin.access.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One resource scope, as <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART App
 * Launch 2.2</a> writes it: {@code patient/QuestionnaireResponse.cru}, {@code user/Observation.rs?category=survey}, or, in
 * version 1, {@code patient/Observation.read}.
 *
 * @param type a FHIR type, or {@code *} for all
 * @param filters search criteria that a resource has to meet, each {@code name=value&…}; none for no such condition
 */
public record Scope(Level level, String type, Set<Permission> permissions, List<String> filters) {

    private static final String EVERY_TYPE = "*";
    private static final int LONGEST = 1_000;
    private static final Pattern SYNTAX =
            Pattern.compile("(patient|user|system)/(\\*|[A-Z][A-Za-z]+)\\.([a-z*]+)(?:\\?(\\S+))?");
    /** Plain parameters alone: a chain or a reverse chain would look into other resources. */
    private static final Pattern FILTER =
            Pattern.compile("[a-z_][a-zA-Z-]*(:[a-z-]+)?=[^&=]+(&[a-z_][a-zA-Z-]*(:[a-z-]+)?=[^&=]+)*");

    private static final Pattern NO_FILTER =
            Pattern.compile("(^|&)(_has|_filter|_content|_text|_query|_list|_include|_revinclude|_contained)\\b.*");

    public Scope {
        permissions = Set.copyOf(permissions);
        filters = List.copyOf(filters);
    }

    /** The scope that a word of a token's {@code scope} stands for; nothing for whatever is not exactly one. */
    public static Optional<Scope> parse(String word) {
        Matcher parts = SYNTAX.matcher(word);
        if (word.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        Set<Permission> permissions = permissions(parts.group(3));
        Optional<String> filter = Optional.ofNullable(parts.group(4));
        if (permissions.isEmpty() || !filter.map(Scope::isFilter).orElse(true)) {
            return Optional.empty();
        }
        Level level = Level.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        return Optional.of(
                new Scope(level, parts.group(2), permissions, filter.stream().toList()));
    }

    private static Set<Permission> permissions(String text) {
        return switch (text) {
            case "read" -> Set.of(Permission.READ, Permission.SEARCH);
            case "write" -> Set.of(Permission.CREATE, Permission.UPDATE, Permission.DELETE);
            case "*" -> Permission.ALL;
            default -> Permission.ofLetters(text);
        };
    }

    private static boolean isFilter(String text) {
        return FILTER.matcher(text).matches() && !NO_FILTER.matcher(text).find();
    }

    /** Whether it lets something be done with a type, as far as the type alone decides. */
    public boolean permits(Permission permission, String aType) {
        return permissions.contains(permission) && (EVERY_TYPE.equals(type) || type.equals(aType));
    }

    /** Whether it is for everything that can be done with every type, without a condition. */
    public boolean isUnbounded() {
        return EVERY_TYPE.equals(type) && permissions.equals(Permission.ALL) && filters.isEmpty();
    }

    /** What is in this scope and in the other one; nothing if they have nothing in common. */
    public Optional<Scope> within(Scope limit) {
        boolean isWider = EVERY_TYPE.equals(limit.type) || limit.type.equals(type);
        if (limit.level != level || !(isWider || EVERY_TYPE.equals(type))) {
            return Optional.empty();
        }
        Set<Permission> both =
                permissions.stream().filter(limit.permissions::contains).collect(Collectors.toSet());
        List<String> conditions = new ArrayList<>(filters);
        conditions.addAll(limit.filters);
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(new Scope(level, isWider ? type : limit.type, both, conditions));
    }
}
