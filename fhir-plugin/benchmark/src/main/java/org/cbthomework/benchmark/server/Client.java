package org.cbthomework.benchmark.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** One client of one server, on one connection that is kept open. */
final class Client {

    private static final String FHIR_JSON = "application/fhir+json";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    Client(String base) {
        this.base = base;
    }

    /** The answer's body; past whatever the server has kept of earlier answers. */
    String get(String path) {
        return send(request(path).GET().build());
    }

    /** Reads on: the whole address of a next page, as the server gave it. */
    String follow(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET().build());
    }

    String post(String path, String json) {
        return send(request(path).POST(BodyPublishers.ofString(json)).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", FHIR_JSON)
                .header("Content-Type", FHIR_JSON)
                .header("Cache-Control", "no-cache");
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() > 201) {
                throw new IllegalStateException(request.method() + " " + request.uri() + " was answered "
                        + response.statusCode() + ": "
                        + response.body()
                                .substring(0, Math.min(2000, response.body().length())));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
