package org.cbthomework.demo.harness;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/** A FHIR client that hides nothing: plain JSON over plain HTTP; paths are below the FHIR base, {@code /Patient/1}. */
public final class FhirHttp {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final Duration WATCHDOG = Duration.ofMinutes(2);

    private final HttpClient http;
    private final String base;
    private final FhirContext fhir;
    private final @Nullable String token;

    /** A client that may do everything, at a server that trusts the issuer of the tests. */
    public FhirHttp(String base, FhirContext fhir) {
        this(HttpClient.newHttpClient(), base, fhir, TestIssuer.TRUSTED.everything(base));
    }

    private FhirHttp(HttpClient http, String base, FhirContext fhir, @Nullable String token) {
        this.http = http;
        this.base = base;
        this.fhir = fhir;
        this.token = token;
    }

    /** The same server, asked with another token; with null, without any. */
    public FhirHttp as(@Nullable String other) {
        return new FhirHttp(http, base, fhir, other);
    }

    /** The address that paths are below, without a slash at its end. */
    public String base() {
        return base;
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    /** Reads past whatever the server has kept of earlier answers. */
    public Reply getFresh(String path) {
        return send("GET", path, null, "Cache-Control", "no-cache");
    }

    /** Creates, or runs an operation; a bundle goes to the path {@code "/"}. */
    public Reply post(String path, String json) {
        return send("POST", path, json);
    }

    public Reply put(String path, String json) {
        return send("PUT", path, json);
    }

    /** Writes only if the resource is still of that version. */
    public Reply putIfMatch(String path, String version, String json) {
        return send("PUT", path, json, "If-Match", "W/\"" + version + "\"");
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    /** Any request; headers are names and values in turn, and take the place of those that are always sent. */
    public Reply send(String method, String path, @Nullable String json, String... headers) {
        BodyPublisher body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(WATCHDOG)
                .header("Accept", FHIR_JSON)
                .header("Content-Type", FHIR_JSON)
                .method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int index = 0; index < headers.length; index += 2) {
            request.setHeader(headers[index], headers[index + 1]);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), parsed(response), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + " was interrupted", e);
        }
    }

    private @Nullable IBaseResource parsed(HttpResponse<String> response) {
        boolean isFhir = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith(FHIR_JSON))
                .isPresent();
        // Whoever refuses before the FHIR server writes JSON of their own, whatever they call it.
        return isFhir && response.body().contains("resourceType")
                ? fhir.newJsonParser().parseResource(response.body())
                : null;
    }

    /** What came back: the resource is null where the body was not FHIR JSON. */
    public record Reply(int status, String body, @Nullable IBaseResource resource, HttpHeaders headers) {

        /**
         * The resource, as the type the test expects.
         *
         * @throws AssertionError when it is another type, or none
         */
        public <T extends IBaseResource> T as(Class<T> type) {
            if (!type.isInstance(resource)) {
                throw new AssertionError("Expected " + type.getSimpleName() + " but got " + status + ": " + body);
            }
            return type.cast(resource);
        }

        /** The logical id of the resource, without type and version. */
        public String id() {
            return as(IBaseResource.class).getIdElement().getIdPart();
        }
    }
}
