package org.cbthomework.demo.authorization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A browser that follows no redirect, or an app: it keeps its cookies, and shows what came. */
final class Web {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;

    /** Paths are below the base, addresses are taken as they are. */
    Web(String base) {
        this.base = base;
    }

    Page get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Page options(String path, String... headers) {
        return send("OPTIONS", path, BodyPublishers.noBody(), headers);
    }

    Page post(String path, Map<String, ?> form, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/x-www-form-urlencoded"), Stream.of(headers))
                .toArray(String[]::new);
        return send("POST", path, BodyPublishers.ofString(encoded(form)), all);
    }

    Page signIn(String login) {
        String token = get("/login").hidden("_csrf");
        return post("/login", Map.of("username", login, "password", "demo", "_csrf", token));
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private Page send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("/") ? base + path : path))
                .timeout(Duration.ofMinutes(1))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Page(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, e);
        }
    }

    /** A list among the values is sent as one parameter each. */
    static String encoded(Map<String, ?> form) {
        return form.entrySet().stream()
                .flatMap(each -> (each.getValue() instanceof List<?> values ? values : List.of(each.getValue()))
                        .stream().map(value -> each.getKey() + "=" + encoded(value.toString())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What came back. */
    record Page(int status, HttpHeaders headers, String body) {

        String header(String name) {
            return String.join(", ", headers.allValues(name));
        }

        String location() {
            return headers.firstValue("Location")
                    .orElseThrow(() -> new AssertionError("No redirect but " + status + ": " + body));
        }

        /** A parameter of where it redirects to; null when there is none. */
        @Nullable
        String sent(String name) {
            Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(location());
            return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : null;
        }

        /** The value of a field that the page hides. */
        String hidden(String name) {
            Matcher found =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
            return Optional.of(found)
                    .filter(Matcher::find)
                    .map(each -> each.group(1))
                    .orElseThrow(() -> new AssertionError("No " + name + " in " + status + ": " + body));
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError(status + ": " + body, e);
            }
        }

        String told(String name) {
            return json().path(name).asText();
        }

        List<String> scopes() {
            return List.of(told("scope").split(" "));
        }
    }
}
