package org.cbthomework.launch.harness;

import java.net.http.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back to the browser. */
public record Page(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public String header(String name) {
        return String.join(", ", headers.allValues(name));
    }

    public String location() {
        return headers.firstValue("Location")
                .orElseThrow(() -> new AssertionError("No redirect but " + status + ": " + body));
    }

    /** The value of a field that the page hides. */
    public String hidden(String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
        if (!found.find()) {
            throw new AssertionError("No " + name + " in " + status + ": " + body);
        }
        return found.group(1);
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }
}
