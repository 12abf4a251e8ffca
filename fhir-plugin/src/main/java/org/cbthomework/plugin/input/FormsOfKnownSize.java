package org.cbthomework.plugin.input;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.server.IServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses forms that do not tell their length, or a long one, where HAPI asks for the path: the one part of the server
 * that it consults before it reads a form, whole and without a limit, for the parameters of a search.
 */
final class FormsOfKnownSize implements IServerAddressStrategy {

    private static final int LENGTH_REQUIRED = 411;

    private final IServerAddressStrategy addresses;
    private final Guards guards;

    /** Addresses stay as the server's own strategy tells them. */
    FormsOfKnownSize(IServerAddressStrategy addresses, Guards guards) {
        this.addresses = addresses;
        this.guards = guards;
    }

    /** As HAPI sees it, and servlet containers, who pay no regard to case. */
    static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals("POST") && isForm(request.getContentType());
    }

    static boolean isForm(@Nullable String mediaType) {
        return mediaType != null
                && mediaType.strip().toLowerCase(Locale.ROOT).startsWith(Constants.CT_X_FORM_URLENCODED);
    }

    @Override
    public String determineServerBase(ServletContext context, @Nullable HttpServletRequest request) {
        return addresses.determineServerBase(context, request);
    }

    @Override
    public String determineServletContextPath(HttpServletRequest request, RestfulServer server) {
        if (isForm(request)) {
            try {
                check(request);
            } catch (Refusal refusal) {
                throw Answers.of(refusal);
            }
        }
        return addresses.determineServletContextPath(request, server);
    }

    private void check(HttpServletRequest request) {
        guards.hold(
                Rule.CONTENT_ENCODING,
                request.getHeader(Constants.HEADER_CONTENT_ENCODING) == null,
                () -> "A form is packed; send it as it is");
        long length = request.getContentLengthLong();
        if (length < 0 && guards.has(Rule.FORM_SIZE)) {
            throw new Refusal(Rule.FORM_SIZE, LENGTH_REQUIRED, "A form does not tell its length; add Content-Length");
        }
        guards.hold(
                Rule.FORM_SIZE,
                length <= guards.limits().formBytes(),
                () -> "A form has more than " + guards.limits().formBytes() + " bytes; ask for less at once");
    }
}
