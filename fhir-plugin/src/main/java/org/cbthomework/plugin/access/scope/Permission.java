package org.cbthomework.plugin.access.scope;

import java.util.EnumSet;
import java.util.Set;

/** What a scope lets be done with a type, by the letters of SMART 2: {@code c}, {@code r}, {@code u}, {@code d}, {@code s}. */
public enum Permission {
    CREATE,
    /** An instance, a version of it, or its history. */
    READ,
    /** Also what creates under an id that the client chose, and a patch. */
    UPDATE,
    DELETE,
    /** A search over a type, or the history of it. */
    SEARCH;

    static final Set<Permission> ALL = Set.of(values());

    /** The letter that stands for it in a scope. */
    public char letter() {
        return Character.toLowerCase(name().charAt(0));
    }

    /** The permissions that letters stand for; none if one is unknown or they are not in the order {@code cruds}. */
    static Set<Permission> ofLetters(String letters) {
        Set<Permission> found = EnumSet.noneOf(Permission.class);
        int next = 0;
        for (Permission each : values()) {
            if (next < letters.length() && letters.charAt(next) == each.letter()) {
                found.add(each);
                next++;
            }
        }
        return next == letters.length() ? found : Set.of();
    }
}
