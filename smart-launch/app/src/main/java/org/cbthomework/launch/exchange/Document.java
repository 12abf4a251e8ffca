package org.cbthomework.launch.exchange;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A document as it was fetched.
 *
 * @param fresh for how long its server says that it may be used again; empty if it does not say
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2">RFC 9111, 5.2.2</a>
 */
public record Document(String text, Optional<Duration> fresh) {

    private static final Pattern NOT_AGAIN = Pattern.compile("(?:^|[,\\s])no-(?:store|cache)\\b");
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=\"?([0-9]{1,9})\\b");

    static Document of(String text, HttpHeaders headers) {
        String told = headers.allValues("Cache-Control").stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        if (NOT_AGAIN.matcher(told).find()) {
            return new Document(text, Optional.of(Duration.ZERO));
        }
        Matcher age = MAX_AGE.matcher(told);
        return new Document(
                text, age.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(age.group(1)))) : Optional.empty());
    }
}
