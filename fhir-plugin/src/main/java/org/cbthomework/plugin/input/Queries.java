package org.cbthomework.plugin.input;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.util.UrlUtil;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Holds what is asked of a search to the rules. */
final class Queries {

    private static final Set<String> WHOLE_NUMBERS =
            Set.of(Constants.PARAM_COUNT, Constants.PARAM_OFFSET, Constants.PARAM_PAGINGOFFSET);
    private static final int LONGEST_NUMBER = 10;

    private final Guards guards;
    private final Texts texts;

    Queries(Guards guards) {
        this.guards = guards;
        this.texts = new Texts(guards);
    }

    /** Checks a search that stands within a header or a Bundle: {@code Patient?identifier=x}. */
    void checkUrl(String url) {
        texts.checkCharacters(url, () -> "An address in the request");
        int query = url.indexOf('?');
        if (query < 0) {
            return;
        }
        Map<String, String[]> parameters;
        try {
            parameters = UrlUtil.parseQueryString(url.substring(query + 1));
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(Rule.PARAMETERS, "An address in the request is not percent-encoded; encode it");
        }
        check(parameters);
        guards.hold(Rule.PAGE_SIZE, !isTooLarge(parameters), this::tooLarge);
    }

    /** Checks the parameters of a request. */
    void check(Map<String, String[]> parameters) {
        int count = parameters.values().stream().mapToInt(each -> each.length).sum();
        guards.hold(
                Rule.PARAMETERS,
                count <= guards.limits().parameters(),
                () -> "The request has more than " + guards.limits().parameters()
                        + " parameters; ask for less at once");
        int links = 0;
        for (Map.Entry<String, String[]> each : parameters.entrySet()) {
            // HAPI makes null of a name or a value that is not there.
            String name = Objects.requireNonNullElse(each.getKey(), "");
            checkText("The name of a parameter", name);
            for (String given : each.getValue()) {
                String value = Objects.requireNonNullElse(given, "");
                checkText("The parameter " + Path.shown(name), value);
                checkNumber(name, value);
                links += links(name, value);
            }
        }
        int followed = links;
        guards.hold(
                Rule.CHAINS,
                followed <= guards.limits().chains(),
                () -> "The search follows more than " + guards.limits().chains()
                        + " references, by chains, _has and includes; ask in several searches");
    }

    private void checkText(String what, String text) {
        texts.checkCharacters(text, () -> what);
        guards.hold(
                Rule.PARAMETERS,
                text.length() <= guards.limits().parameterLength(),
                () -> what + " has more than " + guards.limits().parameterLength()
                        + " characters; ask for less at once");
    }

    private void checkNumber(String name, String value) {
        guards.hold(
                Rule.PAGE_SIZE,
                !WHOLE_NUMBERS.contains(name) || isWhole(value),
                () -> "The parameter " + name + " is no whole number of at most " + LONGEST_NUMBER
                        + " digits; use one such as 50");
    }

    private static boolean isWhole(String value) {
        return value.length() <= LONGEST_NUMBER
                && !value.isEmpty()
                && value.chars().allMatch(each -> each >= '0' && each <= '9')
                && Long.parseLong(value) <= Integer.MAX_VALUE;
    }

    private static int links(String name, String value) {
        if (name.startsWith(Constants.PARAM_INCLUDE) || name.startsWith(Constants.PARAM_REVINCLUDE)) {
            return 1;
        }
        boolean isSort = name.equals(Constants.PARAM_SORT);
        return count(isSort ? value : name, '.') + (name.startsWith(Constants.PARAM_HAS) ? count(name, ':') / 3 : 0);
    }

    private static int count(String text, char sought) {
        return Math.toIntExact(text.chars().filter(each -> each == sought).count());
    }

    /** Whether a larger page is asked for than there is. */
    boolean isTooLarge(Map<String, String[]> parameters) {
        for (String value : parameters.getOrDefault(Constants.PARAM_COUNT, new String[0])) {
            if (value != null
                    && isWhole(value)
                    && Long.parseLong(value) > guards.limits().page()) {
                return guards.has(Rule.PAGE_SIZE);
            }
        }
        return false;
    }

    private String tooLarge() {
        return "A search in the Bundle asks for more than " + guards.limits().page() + " matches at once; ask for less";
    }
}
