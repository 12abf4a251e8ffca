package org.cbthomework.host;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/** A running host, spoken to over HTTP. */
final class Host implements AutoCloseable {

    private static final Duration WATCHDOG = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext server;
    private final ClassLoader classes;
    private Optional<String> token = Optional.empty();

    private Host(ConfigurableApplicationContext server, ClassLoader classes) {
        this.server = server;
        this.classes = classes;
    }

    /** A host with the jar and further settings, {@code name=value}; those of the recipe are in the environment. */
    static Host withTheJar(Path data, String... settings) {
        return start(ExtraClasses.loader(), data, Stream.of(settings));
    }

    /** A host that has the settings of the recipe, and nothing that they speak of. */
    static Host withoutTheJar(Path data) {
        return start(ExtraClasses.hostClasses(), data, Stream.empty());
    }

    private static Host start(ClassLoader classes, Path data, Stream<String> settings) {
        String[] arguments = Stream.concat(Stream.of("data=" + data), settings)
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(classes);
        try {
            return new Host(
                    new SpringApplicationBuilder(HostServer.class)
                            .resourceLoader(new DefaultResourceLoader(classes))
                            .run(arguments),
                    classes);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Asks with a bearer token from now on. */
    void use(String bearer) {
        token = Optional.of(bearer);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String json) {
        return send(request(path).POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> put(String path, String json) {
        return send(request(path).PUT(BodyPublishers.ofString(json)));
    }

    /** Stores a resource under an id that the host chooses, and tells {@code Type/id}. */
    String created(String type, String json) {
        HttpResponse<String> reply = post("/" + type, json);
        if (reply.statusCode() != 201) {
            throw new AssertionError(type + " was not stored but answered " + reply.statusCode() + ": " + reply.body());
        }
        return type + "/"
                + FhirContext.forR4Cached()
                        .newJsonParser()
                        .parseResource(reply.body())
                        .getIdElement()
                        .getIdPart();
    }

    private HttpRequest.Builder request(String path) {
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/fhir" + path))
                .timeout(WATCHDOG)
                .header("Accept", "application/fhir+json")
                .header("Content-Type", "application/fhir+json")
                .header("Cache-Control", "no-cache");
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The request was interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (classes instanceof URLClassLoader extra) {
            extra.close();
        }
    }
}
