package org.cbthomework.plugin.input;

import java.util.function.Supplier;

/** What text may be: of bounded length, and of characters that JSON, XML and every database carry unchanged. */
final class Texts {

    private final Guards guards;

    Texts(Guards guards) {
        this.guards = guards;
    }

    void check(CharSequence text, Supplier<String> where) {
        checkLength(text.length(), where);
        checkCharacters(text, where);
    }

    void checkLength(int length, Supplier<String> where) {
        guards.hold(
                Rule.TEXT_LENGTH,
                length <= guards.limits().textLength(),
                () -> where.get() + " has more than " + guards.limits().textLength() + " characters; shorten it");
    }

    void checkCharacters(CharSequence text, Supplier<String> where) {
        guards.hold(
                Rule.CHARACTERS,
                isPortable(text),
                () -> where.get() + " has a NUL, another control character or half of a surrogate pair; leave it out");
    }

    /** Whether all are characters of XML 1.0: not those below a space but tab and line ends, U+FFFE or U+FFFF. */
    static boolean isPortable(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if ((each < ' ' && each != '\t' && each != '\n' && each != '\r') || each >= '\uFFFE') {
                return false;
            }
            if (Character.isSurrogate(each)) {
                i++;
                if (i == text.length() || !Character.isSurrogatePair(each, text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
