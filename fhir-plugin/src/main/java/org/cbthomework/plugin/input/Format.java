package org.cbthomework.plugin.input;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.EncodingEnum;
import java.util.Locale;
import java.util.Optional;

/** How a body is written, of the ways that are checked. */
enum Format {
    JSON,
    JSON_PATCH,
    XML,
    XML_PATCH;

    /** What HAPI reads a body of this media type as; nothing if it is one that cannot be checked. */
    static Optional<Format> of(String mediaType) {
        String type = mediaType.strip().toLowerCase(Locale.ROOT);
        if (type.equals(Constants.CT_JSON_PATCH)) {
            return Optional.of(JSON_PATCH);
        }
        if (type.equals(Constants.CT_XML_PATCH)) {
            return Optional.of(XML_PATCH);
        }
        EncodingEnum encoding = EncodingEnum.forContentType(type);
        if (encoding == EncodingEnum.JSON) {
            return Optional.of(JSON);
        }
        return encoding == EncodingEnum.XML ? Optional.of(XML) : Optional.empty();
    }

    boolean isPatch() {
        return this == JSON_PATCH || this == XML_PATCH;
    }

    boolean isJson() {
        return this == JSON || this == JSON_PATCH;
    }
}
