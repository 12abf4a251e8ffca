package org.cbthomework.launch.exchange;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request and reads its whole answer, within a time and a size. */
public final class Exchanging implements HTTPRequestSender {

    private static final int MOST_BYTES = 256 * 1024;

    private final HttpClient http;
    private final Duration limit;
    private final int most;

    /**
     * For exchanges that last no longer than told.
     *
     * @param limit from connecting to the last byte
     */
    public Exchanging(Duration limit) {
        this(limit, MOST_BYTES);
    }

    /**
     * For answers of another size.
     *
     * @param limit from connecting to the last byte
     * @param most bytes of an answer
     */
    public Exchanging(Duration limit, int most) {
        this.limit = limit;
        this.most = most;
        this.http = HttpClient.newBuilder()
                .connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Fetches a JSON document.
     *
     * @throws IOException if there is no answer in time, it is too large, or its status is not 200
     */
    public Document json(URI address) throws IOException {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .timeout(limit)
                .GET()
                .build());
        if (answer.statusCode() != HTTPResponse.SC_OK) {
            throw new IOException("status " + answer.statusCode());
        }
        return Document.of(new String(answer.body(), StandardCharsets.UTF_8), answer.headers());
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
        String body = asked.getBody();
        HttpRequest.Builder request = HttpRequest.newBuilder(asked.getURI())
                .timeout(limit)
                .method(
                        asked.getMethod().name(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        asked.getHeaderMap().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        HttpResponse<byte[]> answer =
                send(request.header("Accept", "application/json").build());
        HTTPResponse told = new HTTPResponse(answer.statusCode());
        answer.headers().map().forEach((name, values) -> told.setHeader(name, values.toArray(String[]::new)));
        try {
            told.setContentType(answer.headers().firstValue("Content-Type").orElse("application/json"));
        } catch (ParseException unreadable) {
            throw new IOException("unreadable content type", unreadable);
        }
        told.setBody(new String(answer.body(), StandardCharsets.UTF_8));
        return told;
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, about -> new BoundedBody(most));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new IOException("no answer within " + limit.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException known
                    ? known
                    : new IOException("no answer", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw (IOException) new InterruptedIOException("interrupted").initCause(interrupted);
        }
    }
}
