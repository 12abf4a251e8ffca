package org.cbthomework.launch.harness;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request that the fake EHR got. */
public record Asked(String method, URI uri, Headers headers, String body) {

    public String path() {
        return uri.getPath();
    }

    public @Nullable String header(String name) {
        return headers.getFirst(name);
    }

    /** The fields of a form that was posted. */
    public Map<String, String> form() {
        return parameters(body);
    }

    /** The parameters of an address. */
    public static Map<String, String> query(String address) {
        String query = URI.create(address).getRawQuery();
        return query == null ? Map.of() : parameters(query);
    }

    private static Map<String, String> parameters(String encoded) {
        return Arrays.stream(encoded.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
