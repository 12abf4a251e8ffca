package org.cbthomework.plugin.input;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/** Holds a body to the rules: first as text, then, when that is known to be harmless, as a resource. */
final class Bodies {

    private final FhirContext fhir;
    private final Guards guards;
    private final Queries queries;
    private final PatchPaths paths;

    Bodies(FhirContext fhir, Guards guards) {
        this.fhir = fhir;
        this.guards = guards;
        this.queries = new Queries(guards);
        this.paths = new PatchPaths(guards);
    }

    /**
     * Checks a body.
     *
     * @param isPatching whether it changes a resource that is there
     * @param isLarge whether it may be as large as a Bundle
     * @param isResource whether it is to be a resource, if it is no patch
     * @throws Refusal if it breaks a rule
     */
    void check(String body, Format format, boolean isPatching, boolean isLarge, boolean isResource) {
        int most = isLarge ? guards.limits().bundleItems() : guards.limits().items();
        boolean isSuspect = format.isJson()
                ? new JsonCheck(guards, format, most, isPatching).isSuspect(body)
                : new XmlCheck(guards, most).isSuspect(body);
        if (isSuspect && isPatching) {
            throw new Refusal(Rule.NUMBERS, new Numbers(guards).message("What the patch writes"));
        }
        if (format == Format.XML_PATCH) {
            paths.checkXml(body);
        }
        if (!format.isPatch() && isResource) {
            Optional<IBaseResource> parsed = parse(body, format);
            parsed.ifPresent(resource -> checkResource(resource, isSuspect));
            parsed.filter(Parameters.class::isInstance)
                    .filter(any -> isPatching)
                    .ifPresent(patch -> paths.check((Parameters) patch));
        }
    }

    private Optional<IBaseResource> parse(String body, Format format) {
        IParser parser = format.isJson() ? fhir.newJsonParser() : fhir.newXmlParser();
        boolean isStrict = guards.has(Rule.STRICT_PARSING);
        parser.setParserErrorHandler(
                isStrict ? new StrictWords(new Places(body, format)) : new LenientErrorHandler(false));
        try {
            return Optional.of(parser.parseResource(body));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException other) {
            // Its words quote the body; and there is hardly one that misshapen JSON does not bring about.
            guards.hold(
                    Rule.STRICT_PARSING,
                    false,
                    () -> "The body is no resource of R4: its resourceType is unknown, or what is within is misshapen;"
                            + " compare it with the definition of the resource");
            return Optional.empty();
        }
    }

    private void checkResource(IBaseResource resource, boolean isSuspect) {
        if (isSuspect && resource instanceof Base root) {
            Numbers numbers = new Numbers(guards);
            new Decimals(each -> numbers.check(each.getValueAsString(), () -> "A decimal")).in(root);
        }
        if (resource instanceof Bundle bundle) {
            guards.hold(
                    Rule.ENTRIES,
                    bundle.getEntry().size() <= guards.limits().entries(),
                    () -> "The Bundle has more than " + guards.limits().entries() + " entries; send it in parts");
            bundle.getEntry().forEach(this::checkEntry);
        }
    }

    private void checkEntry(BundleEntryComponent entry) {
        queries.checkUrl(orEmpty(entry.getRequest().getUrl()));
        queries.checkUrl("?" + orEmpty(entry.getRequest().getIfNoneExist()));
        if (entry.getRequest().getMethod() != HTTPVerb.PATCH) {
            return;
        }
        if (entry.getResource() instanceof Parameters patch) {
            paths.check(patch);
        }
        if (entry.getResource() instanceof Binary patch) {
            Optional<Format> format = Format.of(orEmpty(patch.getContentType()));
            guards.hold(
                    Rule.MEDIA_TYPE,
                    format.isPresent(),
                    () -> "A patch in the Bundle is of a type that is not checked here; use JSON Patch or XML Patch");
            format.ifPresent(known -> check(
                    new String(patch.getContent(), StandardCharsets.UTF_8), known, true, false, !known.isPatch()));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
