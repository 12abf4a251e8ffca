package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.cbthomework.launch.ehr.Ehr;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A launch inside an EHR's page, where browsers may keep cookies from the app. Whether this one does is tried before the
 * EHR's handle, which is good for one use, is used: then the same launch can still go on in a window of its own, or once
 * the user lets the app have its cookie.
 */
final class Framed {

    private static final String TRIED = "tried";

    private Framed() {}

    /** Whether it is inside another page and the browser sent no cookie. */
    static boolean isNew(HttpServletRequest request) {
        return Refusals.isFramed(request) && BrowserSession.of(request).isEmpty();
    }

    /** Sends the browser the cookie and has it come again; if it comes without, a page says what to do. */
    static Object trial(HttpServletRequest request, Ehr ehr) {
        if (request.getParameter(TRIED) == null) {
            BrowserSession.begun(request);
            return LaunchPages.redirect(address(request, "1"));
        }
        FrameAncestors.allow(request, ehr.frameAncestors());
        return new ModelAndView("framed").addObject("address", address(request).toString());
    }

    private static URI address(HttpServletRequest request, String... tried) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(TRIED, (Object[]) tried)
                .build(true)
                .toUri();
    }
}
