package org.cbthomework.launch.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cbthomework.launch.changing.Problem;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What was typed into a form, to be read and, if need be, to be shown again. Templates call what is public here. */
final class Typed {

    private static final int MOST_CHARACTERS = 2000;

    private final MultiValueMap<String, String> fields;
    private final List<Problem> problems = new ArrayList<>();

    Typed(MultiValueMap<String, String> fields) {
        this.fields = new LinkedMultiValueMap<>(fields);
    }

    static Typed nothing() {
        return new Typed(new LinkedMultiValueMap<>());
    }

    /** The same, with something typed into a field. */
    Typed with(String field, Object value) {
        fields.add(field, value.toString());
        return this;
    }

    /** What was typed; blank if nothing was. */
    public String of(String field) {
        return Optional.ofNullable(fields.getFirst(field)).orElse("");
    }

    /** Whether a choice was made, of one or of several. */
    public boolean has(String field, String value) {
        return fields.getOrDefault(field, List.of()).contains(value);
    }

    List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    List<Problem> problems() {
        return problems;
    }

    void complain(String field, String code) {
        problems.add(new Problem(field, code));
    }

    /** Empty if nothing was typed; if it is no day, that is a problem. */
    Optional<LocalDate> day(String field) {
        try {
            return of(field).isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(of(field).strip()));
        } catch (DateTimeException e) {
            complain(field, "no-day");
            return Optional.empty();
        }
    }

    Optional<LocalTime> time(String field) {
        try {
            return of(field).isBlank()
                    ? Optional.empty()
                    : Optional.of(
                            LocalTime.parse(of(field).strip()).withSecond(0).withNano(0));
        } catch (DateTimeException e) {
            complain(field, "no-time");
            return Optional.empty();
        }
    }

    Optional<Integer> number(String field, int least, int most) {
        try {
            int number = Integer.parseInt(of(field).strip());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        complain(field, "no-number");
        return Optional.empty();
    }

    String text(String field) {
        String text = of(field).strip();
        if (text.length() > MOST_CHARACTERS) {
            complain(field, "too-long");
        }
        return text;
    }
}
