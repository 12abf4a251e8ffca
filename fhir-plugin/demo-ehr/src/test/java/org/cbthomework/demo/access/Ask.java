package org.cbthomework.demo.access;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.jspecify.annotations.Nullable;

/** One request of a client, whoever makes it; headers are names and values in turn. */
record Ask(String method, String path, @Nullable String body, List<String> headers) {

    private static final String XML = "application/fhir+xml";

    Ask {
        headers = List.copyOf(headers);
    }

    static Ask get(String path) {
        return of("GET", path, null);
    }

    static Ask post(String path, String body) {
        return of("POST", path, body);
    }

    static Ask put(String path, String body) {
        return of("PUT", path, body);
    }

    static Ask delete(String path) {
        return of("DELETE", path, null);
    }

    /** A search whose criteria stand in the body. */
    static Ask form(String path, String criteria) {
        return post(path, criteria).with("Content-Type", "application/x-www-form-urlencoded");
    }

    static Ask jsonPatch(String path, String patch) {
        return of("PATCH", path, patch).with("Content-Type", "application/json-patch+json");
    }

    static Ask of(String method, String path, @Nullable String body) {
        return new Ask(method, path, body, List.of());
    }

    Ask with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Ask(method, path, body, more);
    }

    /** The same in XML, to and fro. */
    Ask inXml(FhirContext fhir) {
        String xml = body == null
                ? null
                : fhir.newXmlParser()
                        .encodeResourceToString(fhir.newJsonParser().parseResource(body));
        Ask answered = new Ask(method, path, xml, headers).with("Accept", XML);
        return xml == null ? answered : answered.with("Content-Type", XML);
    }

    /** The same about something else. */
    Ask about(String other, String instead) {
        return new Ask(
                method,
                path.replace(instead, other),
                body == null ? null : body.replace(instead, other),
                headers.stream().map(each -> each.replace(instead, other)).toList());
    }

    Reply by(FhirHttp client) {
        return client.send(method, path, body, headers.toArray(String[]::new));
    }
}
