package org.cbthomework.plugin.access.token;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a token says, by name: strings, numbers, lists. Absent and of another type are the same. */
record Claims(Map<String, Object> values) {

    Optional<String> text(String name) {
        return values.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** The words of a claim that some servers write as one string, others as a list. */
    List<String> words(String name) {
        Object value = values.get(name);
        Stream<String> texts = value instanceof Collection<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast)
                : text(name).stream();
        return texts.flatMap(text -> Stream.of(text.split(" ")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** A moment, in a token a number of seconds since 1970. */
    Optional<Instant> moment(String name) {
        Object value = values.get(name);
        if (value instanceof Date date) {
            return Optional.of(date.toInstant());
        }
        return value instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }
}
