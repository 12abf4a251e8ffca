package org.cbthomework.benchmark;

import java.util.Locale;

/** What a benchmark prints, the same in every locale. */
public final class Lines {

    private Lines() {}

    /** Prints a line, with its values as {@link java.util.Formatter} writes them. */
    public static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
