package org.cbthomework.plugin.access;

import java.util.Optional;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;

/** A reference to a resource of this server, whichever way it is written. */
record LocalReference(String type, String id) {

    /** Reads one; nothing where it is of another server, contained, conditional, or no reference at all. */
    static Optional<LocalReference> parse(String reference, String base) {
        if (reference.isBlank() || reference.indexOf('?') >= 0 || reference.startsWith("#")) {
            return Optional.empty();
        }
        return parse(new IdType(reference), base);
    }

    /** One that is stored: HAPI has made those of this server relative, and what has a base is of another. */
    static Optional<LocalReference> stored(IIdType id) {
        return parse(id, "");
    }

    static Optional<LocalReference> parse(IIdType id, String base) {
        boolean isOurs = !id.hasBaseUrl() || id.getBaseUrl().equals(base);
        return isOurs && id.hasResourceType() && id.hasIdPart() && !id.isLocal()
                ? Optional.of(new LocalReference(id.getResourceType(), id.getIdPart()))
                : Optional.empty();
    }

    /** The id, if it is of that type. */
    Optional<String> idOf(String aType) {
        return type.equals(aType) ? Optional.of(id) : Optional.empty();
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
