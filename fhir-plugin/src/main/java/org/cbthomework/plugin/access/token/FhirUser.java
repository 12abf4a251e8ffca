package org.cbthomework.plugin.access.token;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The person who uses an app, as the claim {@code fhirUser} names them. */
public record FhirUser(String type, String id) {

    /** Somebody whom this server does not know. */
    static final FhirUser STRANGER = new FhirUser("Person", "nobody-here-5b0a3f6e");

    private static final Set<String> TYPES =
            Set.of("Patient", "RelatedPerson", "Practitioner", "PractitionerRole", "Person");
    private static final Pattern REFERENCE =
            Pattern.compile("(?:(https?://\\S+)/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})");

    /** Reads a claim: a reference of this server, relative or below one of the bases; nothing for anybody else. */
    static Optional<FhirUser> parse(String claim, Set<String> bases) {
        Matcher parts = REFERENCE.matcher(claim);
        if (!parts.matches() || !TYPES.contains(parts.group(2))) {
            return Optional.empty();
        }
        String base = parts.group(1);
        return base == null || bases.contains(base)
                ? Optional.of(new FhirUser(parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    public String reference() {
        return type + "/" + id;
    }
}
