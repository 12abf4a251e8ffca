package org.cbthomework.plugin.audit;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cbthomework.plugin.access.SmartAccess;
import org.cbthomework.plugin.access.token.Caller;

/**
 * What a request asks, and who.
 *
 * @param base the address of the server, without a slash at its end
 * @param path below the base
 * @param query the criteria, as they were followed; never of a caller who is not known
 */
record Asked(
        String base,
        String interaction,
        String method,
        String path,
        String query,
        String id,
        String address,
        Optional<Caller> caller) {

    private static final int LONGEST_PATH = 256;
    private static final int LONGEST_QUERY = 4000;
    private static final int LONGEST_ID = 64;
    /** RFC 6750 lets a token stand in the query, where it is not read here but might be sent all the same. */
    private static final String TOKEN = "access_token";

    static Asked read(ServletRequestDetails request, String configuredBase) {
        Optional<Caller> caller = SmartAccess.callerOf(request);
        String base = configuredBase.isEmpty()
                ? Optional.ofNullable(request.getFhirServerBase()).orElse("")
                : configuredBase;
        return new Asked(
                base,
                Interaction.of(request),
                request.getRequestType().name(),
                cut(Optional.ofNullable(request.getRequestPath()).orElse(""), LONGEST_PATH),
                caller.map(known -> query(request.getParameters())).orElse(""),
                cut(Optional.ofNullable(request.getRequestId()).orElse(""), LONGEST_ID),
                request.getServletRequest().getRemoteAddr(),
                caller);
    }

    private static String query(Map<String, String[]> parameters) {
        String whole = new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(each -> !TOKEN.equals(each.getKey()))
                        .flatMap(each -> Stream.of(each.getValue())
                                .map(value ->
                                        UrlUtil.escapeUrlParam(each.getKey()) + "=" + UrlUtil.escapeUrlParam(value)))
                        .collect(Collectors.joining("&"));
        return cut(whole, LONGEST_QUERY);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    /** The address that was asked, with its criteria. */
    String url() {
        return base + "/" + path + (query.isEmpty() ? "" : "?" + query);
    }
}
