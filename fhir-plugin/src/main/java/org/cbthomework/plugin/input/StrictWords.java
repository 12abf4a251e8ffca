package org.cbthomework.plugin.input;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses all that HAPI's parser would only log, in words that name the place and no value. */
final class StrictWords implements IParserErrorHandler {

    private final Places places;

    StrictWords(Places places) {
        this.places = places;
    }

    private static Refusal refusal(String message) {
        return new Refusal(Rule.STRICT_PARSING, message);
    }

    private static @Nullable String name(@Nullable IParseLocation location) {
        return location == null ? null : location.getParentElementName();
    }

    @Override
    public void containedResourceWithNoId(@Nullable IParseLocation location) {
        throw refusal("A contained resource has no id; give it one");
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            String name,
            ValueType expected,
            @Nullable ScalarType expectedScalar,
            ValueType found,
            @Nullable ScalarType foundScalar) {
        throw refusal(places.of(name) + " is " + words(found, foundScalar) + "; R4 has "
                + words(expected, expectedScalar) + " there");
    }

    private static String words(ValueType type, @Nullable ScalarType scalar) {
        return (scalar == null ? type.name() : scalar.name()).toLowerCase(Locale.ROOT);
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, String value, String error) {
        throw refusal(places.of(name(location)) + " has a value that its type in R4 does not allow; correct it");
    }

    @Override
    public void missingRequiredElement(@Nullable IParseLocation location, String name) {
        throw refusal(places.of(name(location)) + " lacks " + Path.shown(name) + "; add it");
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, String name) {
        throw refusal(places.of(name) + " repeats what R4 has there only once; keep one of them");
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, String name) {
        throw refusal("The attribute " + Path.shown(name) + " is none that R4 has there; leave it out");
    }

    @Override
    public void unknownElement(@Nullable IParseLocation location, String name) {
        throw refusal(places.of(name) + " is no element that R4 has there; leave it out, or use an extension");
    }

    @Override
    public void unknownReference(@Nullable IParseLocation location, String reference) {
        throw refusal("A reference that begins with # names no contained resource; contain it, or refer to another");
    }

    @Override
    public void invalidInternalReference(@Nullable IParseLocation location, String reference) {
        unknownReference(location, reference);
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
        throw refusal("An extension has both a value and extensions; keep one of them");
    }
}
