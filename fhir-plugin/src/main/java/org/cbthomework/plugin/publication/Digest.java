package org.cbthomework.plugin.publication;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Provenance;

/** Digests of what a resource says, whatever the time at which it was said. */
final class Digest {

    private final FhirContext fhir;

    Digest(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** SHA-256, in hexadecimal. */
    String of(DomainResource resource) {
        return of(fhir.newJsonParser().encodeResourceToString(timeless(resource)));
    }

    /** Whether the two say the same, the status apart that tells whether it was said before. */
    boolean sameContent(Observation one, Observation other) {
        return of(timeless(one).setStatus(null)).equals(of(timeless(other).setStatus(null)));
    }

    private static <T extends DomainResource> T timeless(T resource) {
        @SuppressWarnings("unchecked")
        T copy = (T) resource.copy();
        copy.setMeta(new Meta());
        if (copy instanceof Observation observation) {
            observation.setIssued(null);
        }
        if (copy instanceof Provenance provenance) {
            provenance.setRecorded(null);
        }
        copy.setId(resource.getIdElement().getIdPart());
        return copy;
    }

    private static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java has", e);
        }
    }
}
