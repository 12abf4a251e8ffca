package org.cbthomework.launch.launches;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a launch in the address of its pages; it opens nothing without the browser's session.
 *
 * @param value 43 characters that nobody guesses
 */
public record LaunchId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public LaunchId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An id of a launch has 43 characters of Base64 for URLs");
        }
    }

    /** A new one. */
    public static LaunchId next() {
        return new LaunchId(Unguessable.text());
    }

    /** Empty if the text is no such id. */
    public static Optional<LaunchId> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new LaunchId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
