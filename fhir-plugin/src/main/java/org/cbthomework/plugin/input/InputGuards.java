package org.cbthomework.plugin.input;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * Stands before HAPI's parser: reads the body of each request itself, no further than is allowed, holds it to the rules,
 * and hands on only what has passed. Authentication, on the same pointcut with a lower order, has its say first.
 */
@Interceptor
public final class InputGuards {

    private static final int AFTER_AUTHENTICATION = 100;
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    /** Resources that hold others, or files. */
    private static final Set<String> LARGE = Set.of("Bundle", "Binary", "DocumentReference", "Media");

    private static final byte[] NOTHING = {};

    private final Guards guards;
    private final Queries queries;
    private final Bodies bodies;

    InputGuards(FhirContext fhir, Guards guards) {
        this.guards = guards;
        this.queries = new Queries(guards);
        this.bodies = new Bodies(fhir, guards);
    }

    /**
     * Guards as {@code cbt-homework.input.*} says.
     *
     * @throws IllegalArgumentException if a setting cannot be read; names the setting, the value and the remedy
     */
    public static InputGuards configured(FhirContext fhir, PropertyResolver settings) {
        return new InputGuards(fhir, Guards.read(settings));
    }

    /** Sets them before a server. */
    public void standBefore(RestfulServer server) {
        server.registerInterceptor(this);
        if (guards.has(Rule.FORM_SIZE)) {
            server.setServerAddressStrategy(new FormsOfKnownSize(server.getServerAddressStrategy(), guards));
        }
    }

    /** Checks the request, and replaces its body by the bytes that were checked. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED, order = AFTER_AUTHENTICATION)
    public void checkRequest(ServletRequestDetails request, HttpServletRequest servlet) throws IOException {
        try {
            checkQuery(request, servlet);
            if (FormsOfKnownSize.isForm(servlet)) {
                return;
            }
            request.setRequestContents(WITH_BODY.contains(servlet.getMethod()) ? body(request, servlet) : NOTHING);
        } catch (Refusal refusal) {
            throw Answers.of(refusal);
        }
    }

    private void checkQuery(ServletRequestDetails request, HttpServletRequest servlet) {
        queries.check(request.getParameters());
        queries.checkUrl(request.getRequestPath());
        queries.checkUrl(Optional.ofNullable(servlet.getHeader(Constants.HEADER_IF_NONE_EXIST))
                .orElse(""));
        if (queries.isTooLarge(request.getParameters())) {
            request.addParameter(
                    Constants.PARAM_COUNT,
                    new String[] {String.valueOf(guards.limits().page())});
        }
    }

    private byte[] body(ServletRequestDetails request, HttpServletRequest servlet) throws IOException {
        boolean isLarge = request.getResourceName() == null
                ? request.getRequestPath().isEmpty()
                : LARGE.contains(request.getResourceName());
        int most = isLarge ? guards.limits().bundleBytes() : guards.limits().resourceBytes();
        Reading reading = new Reading(guards, most);
        byte[] body = reading.read(
                servlet.getInputStream(),
                servlet.getContentLengthLong(),
                String.join(", ", headers(servlet, Constants.HEADER_CONTENT_ENCODING)));
        // A form is read by others, and may seem empty here.
        if (body.length > 0 || FormsOfKnownSize.isForm(servlet.getContentType())) {
            Optional<Format> format = format(request, servlet);
            guards.hold(
                    Rule.MEDIA_TYPE,
                    format.isPresent(),
                    () -> "A body of this Content-Type is not taken here; send application/fhir+json or"
                            + " application/fhir+xml in UTF-8, to PATCH also application/json-patch+json or"
                            + " application/xml-patch+xml");
            boolean isPatching = servlet.getMethod().equals("PATCH");
            boolean isResource = !"$graphql".equals(request.getOperation());
            format.ifPresent(known -> bodies.check(reading.decode(body), known, isPatching, isLarge, isResource));
        }
        return body;
    }

    private static List<String> headers(HttpServletRequest servlet, String name) {
        return Collections.list(servlet.getHeaders(name));
    }

    /** What HAPI would read it as; nothing if two types or another character set leave it open. */
    private static Optional<Format> format(ServletRequestDetails request, HttpServletRequest servlet) {
        List<String> types = headers(servlet, Constants.HEADER_CONTENT_TYPE);
        String charset = servlet.getCharacterEncoding();
        if (types.size() != 1 || types.get(0).contains(",") || (charset != null && !isUtf8(charset))) {
            return Optional.empty();
        }
        String[] parts = types.get(0).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("charset") && !isUtf8(parameter.substring(parameter.indexOf('=') + 1))) {
                return Optional.empty();
            }
        }
        // HAPI stores a Binary as it is unless its type is FHIR's own.
        boolean isRaw =
                "Binary".equals(request.getResourceName()) && EncodingEnum.forContentTypeStrict(parts[0]) == null;
        return Format.of(parts[0])
                .filter(known -> !known.isPatch() || servlet.getMethod().equals("PATCH"))
                .filter(known -> !isRaw || known.isPatch());
    }

    private static boolean isUtf8(String charset) {
        return charset.replace("\"", "").strip().equalsIgnoreCase("UTF-8");
    }

    /** Tells the failure of a parser, of bodies or of addresses, without its words, which quote; others are left alone. */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException retell(Throwable failure, HttpServletRequest servlet) {
        if (Answers.isMisencoded(failure) && guards.has(Rule.PARAMETERS)) {
            return Answers.of(
                    new Refusal(Rule.PARAMETERS, "A parameter is not percent-encoded; write a percent sign as %25"));
        }
        boolean isOfABody = WITH_BODY.contains(servlet.getMethod());
        if (!isOfABody || !Answers.isQuoting(failure) || !guards.has(Rule.PARSER_TEXTS)) {
            return null;
        }
        return Answers.of(new Refusal(
                Rule.PARSER_TEXTS,
                "The body is not the resource that this address takes, or the patch does not fit what is stored;"
                        + " compare it with the definition of the resource"));
    }
}
