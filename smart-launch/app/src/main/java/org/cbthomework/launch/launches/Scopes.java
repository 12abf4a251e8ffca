package org.cbthomework.launch.launches;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was granted, not what was asked for.
 *
 * @param granted the scopes as the EHR told them
 */
public record Scopes(List<String> granted) {

    private static final Pattern DATA =
            Pattern.compile("(?:patient|user|system)/(\\*|[A-Za-z]+)\\.(read|write|\\*|[cruds]+)(?:\\?.*)?");

    public Scopes {
        granted = List.copyOf(granted);
    }

    /** Those in a text, with spaces between. */
    public static Scopes of(String text) {
        return new Scopes(Arrays.stream(text.trim().split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .distinct()
                .toList());
    }

    /** Those in a collection. */
    public static Scopes of(Collection<String> scopes) {
        return new Scopes(List.copyOf(scopes));
    }

    /**
     * Whether something may be done to resources of a type, if perhaps to some of them alone.
     *
     * @param type as {@code Task}
     * @param deed one of the letters c, r, u, d, s
     */
    public boolean allow(String type, char deed) {
        return granted.stream()
                .map(DATA::matcher)
                .filter(Matcher::matches)
                .anyMatch(scope -> (scope.group(1).equals("*") || scope.group(1).equals(type))
                        && letters(scope.group(2)).indexOf(deed) >= 0);
    }

    /** What of it lets something be done with some types, for a patient or a user, each named; nothing of the system's. */
    public Scopes about(List<String> types) {
        return new Scopes(granted.stream()
                .filter(scope -> !scope.startsWith("system/"))
                .map(DATA::matcher)
                .filter(Matcher::matches)
                .flatMap(scope -> types.stream()
                        .filter(type ->
                                scope.group(1).equals("*") || scope.group(1).equals(type))
                        .map(type -> scope.group().replaceFirst("/[^.]+\\.", "/" + type + ".")))
                .distinct()
                .toList());
    }

    /** Of these what is about one type or about no data, and others instead of the rest. */
    public Scopes keeping(String type, List<String> others) {
        Stream<String> context =
                granted.stream().filter(scope -> !DATA.matcher(scope).matches());
        return new Scopes(Stream.of(context, about(List.of(type)).granted.stream(), others.stream())
                .flatMap(each -> each)
                .distinct()
                .toList());
    }

    public boolean contain(String scope) {
        return granted.contains(scope);
    }

    @Override
    public String toString() {
        return String.join(" ", granted);
    }

    private static String letters(String deeds) {
        return switch (deeds) {
            case "read" -> "rs";
            case "write" -> "cud";
            case "*" -> "cruds";
            default -> deeds;
        };
    }
}
