package org.cbthomework.plugin.access;

import ca.uhn.fhir.util.UrlUtil;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;

/** What an entry of a transaction or a batch asks for, as its request says. */
record Entry(BundleEntryRequestComponent request, List<String> path, Map<String, String[]> criteria) {

    /** Reads one; nothing where it does not say what is asked, which HAPI refuses. */
    static Optional<Entry> read(BundleEntryComponent entry) {
        BundleEntryRequestComponent request = entry.getRequest();
        // HAPI fails at an address with two slashes at its start.
        if (request.getMethod() == null
                || request.getUrl() == null
                || request.getUrl().startsWith("//")) {
            return Optional.empty();
        }
        String url = request.getUrl();
        int query = url.indexOf('?');
        List<String> path = Arrays.stream((query < 0 ? url : url.substring(0, query)).split("/"))
                .filter(step -> !step.isEmpty())
                .toList();
        return Optional.of(new Entry(request, path, query < 0 ? Map.of() : criteria(url)));
    }

    /** The criteria of a URL, or of what follows its question mark. */
    static Map<String, String[]> criteria(String url) {
        return UrlUtil.parseQueryString(url.substring(url.indexOf('?') + 1));
    }

    String type() {
        return path.isEmpty() ? "" : path.get(0);
    }

    Optional<LocalReference> target() {
        return path.size() == 2 ? Optional.of(new LocalReference(path.get(0), path.get(1))) : Optional.empty();
    }

    boolean isSearch() {
        return path.size() == 1;
    }

    /** The criteria on which it depends whether, and what, it writes. */
    Optional<Map<String, String[]>> condition() {
        if (request.hasIfNoneExist()) {
            return Optional.of(criteria(request.getIfNoneExist()));
        }
        boolean namesNone = request.getMethod() != HTTPVerb.POST && target().isEmpty();
        return namesNone || !criteria.isEmpty() ? Optional.of(criteria) : Optional.empty();
    }

    /** Asks with other criteria instead. */
    void ask(Map<String, String[]> other) {
        String query = other.entrySet().stream()
                .flatMap(each ->
                        Stream.of(each.getValue()).map(value -> each.getKey() + "=" + UrlUtil.escapeUrlParam(value)))
                .collect(Collectors.joining("&"));
        request.setUrl(type() + (query.isEmpty() ? "" : "?" + query));
    }
}
