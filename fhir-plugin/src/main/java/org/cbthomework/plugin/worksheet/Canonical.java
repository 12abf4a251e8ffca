package org.cbthomework.plugin.worksheet;

import java.util.Optional;

/** A reference to a definition, {@code url|version} (FHIR R4, canonical). */
public record Canonical(String url, Optional<String> version) {

    /** Reads {@code url} or {@code url|version}; a fragment is not part of either. */
    public static Canonical parse(String text) {
        String whole = text.indexOf('#') < 0 ? text : text.substring(0, text.indexOf('#'));
        int bar = whole.indexOf('|');
        return bar < 0
                ? new Canonical(whole, Optional.empty())
                : new Canonical(whole.substring(0, bar), Optional.of(whole.substring(bar + 1)));
    }

    /** Whether it may name the other: the urls are equal, and the versions where both have one. */
    public boolean agreesWith(Canonical other) {
        return url.equals(other.url) && (version.isEmpty() || other.version.isEmpty() || version.equals(other.version));
    }

    @Override
    public String toString() {
        return version.map(each -> url + "|" + each).orElse(url);
    }
}
