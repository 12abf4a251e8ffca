package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;

/** The Content-Security-Policy: nothing from elsewhere, no script in a page, framed by the EHR of the launch alone. */
final class FrameAncestors implements HeaderWriter {

    private static final String ALLOWED = FrameAncestors.class.getName();
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
            + " blob:; media-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors ";

    /** Lets pages of these origins frame the answer to a request. */
    static void allow(HttpServletRequest request, List<String> origins) {
        request.setAttribute(ALLOWED, origins);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        List<?> allowed = request.getAttribute(ALLOWED) instanceof List<?> list ? list : List.of();
        String ancestors = allowed.isEmpty()
                ? "'none'"
                : String.join(" ", allowed.stream().map(Object::toString).toList());
        response.setHeader("Content-Security-Policy", POLICY + ancestors);
        if (allowed.isEmpty()) {
            response.setHeader("X-Frame-Options", "DENY");
        }
    }
}
