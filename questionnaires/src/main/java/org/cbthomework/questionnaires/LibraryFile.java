package org.cbthomework.questionnaires;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file name of the library, {@code <ResourceType>-<id>.json}, taken apart. */
record LibraryFile(ResourceKind kind, String id) implements Comparable<LibraryFile> {

    private static final Pattern NAME = Pattern.compile("([A-Z][A-Za-z]+)-([A-Za-z0-9.-]+)\\.json");

    private static final Comparator<LibraryFile> BY_DEPENDENCY =
            Comparator.comparing(LibraryFile::kind).thenComparing(LibraryFile::id);

    static LibraryFile named(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IncompleteLibraryException(
                    "%s is not a file name of the library; call it <ResourceType>-<id>.json".formatted(name));
        }
        ResourceKind kind = ResourceKind.ofType(parts.group(1))
                .orElseThrow(() -> new IncompleteLibraryException(
                        "%s is of a type that the library does not order; add it to ResourceKind".formatted(name)));
        return new LibraryFile(kind, parts.group(2));
    }

    String name() {
        return kind.type() + "-" + id + ".json";
    }

    @Override
    public int compareTo(LibraryFile other) {
        return BY_DEPENDENCY.compare(this, other);
    }
}
