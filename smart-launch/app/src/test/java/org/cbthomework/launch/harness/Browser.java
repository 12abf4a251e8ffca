package org.cbthomework.launch.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser that follows no redirect: it keeps its cookies, and shows what came. */
public final class Browser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;

    /** Paths are below the base, addresses are taken as they are. */
    public Browser(String base) {
        this.base = base;
    }

    public Page get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public Page post(String path, Map<String, String> form, String... headers) {
        return postRaw(path, encoded(form), headers);
    }

    /** Posts a form that is encoded already, in which a field may come twice. */
    public Page postRaw(String path, String form, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/x-www-form-urlencoded"), Stream.of(headers))
                .toArray(String[]::new);
        return send(request(path, all).POST(BodyPublishers.ofString(form)).build());
    }

    /** Sends JSON, as scripts of a page do. */
    public Page sendJson(String method, String path, String json, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
                .toArray(String[]::new);
        return send(
                request(path, all).method(method, BodyPublishers.ofString(json)).build());
    }

    /** Of an EHR launch, as the EHR would begin it. */
    public Page launch(String issuer, String handle) {
        return get("/launch?" + encoded(Map.of("iss", issuer, "launch", handle)));
    }

    /** Launches, has the EHR consent, and comes back to the app. */
    public Page open(FakeEhr ehr, String name) {
        return comeBack(ehr, name, launch(ehr.issuer(name), "handle"));
    }

    /** Comes back from the authorization server to which a page sent it. */
    public Page comeBack(FakeEhr ehr, String name, Page sent) {
        Map<String, String> request = Asked.query(sent.location());
        return get("/callback?"
                + encoded(Map.of(
                        "code",
                        ehr.code(request),
                        "state",
                        request.getOrDefault("state", ""),
                        "iss",
                        ehr.base() + "/" + name)));
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("/") ? base + path : path))
                .timeout(Duration.ofMinutes(1));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Page send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Page(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
