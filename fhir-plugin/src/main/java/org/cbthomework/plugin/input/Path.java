package org.cbthomework.plugin.input;

/** Where in a body something is: names that the client chose, so only as far as they look like names, and not endless. */
final class Path {

    private static final int LONGEST = 200;

    private Path() {}

    static String at(String path, int line, int column) {
        return (path.isEmpty() ? "The body" : "What is at " + shown(path)) + " (line " + line + ", column " + column
                + ")";
    }

    static String shown(String path) {
        StringBuilder names = new StringBuilder();
        path.codePoints()
                .limit(LONGEST)
                .map(each -> isOfAName(each) ? each : '?')
                .forEach(names::appendCodePoint);
        return names.append(path.length() > LONGEST ? "…" : "").toString();
    }

    private static boolean isOfAName(int each) {
        return (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z')
                || (each >= '0' && each <= '9')
                || (each > 0 && "/_-:.".indexOf(each) >= 0);
    }
}
