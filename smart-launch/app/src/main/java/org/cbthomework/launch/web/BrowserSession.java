package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.cbthomework.launch.launches.Browser;

/** The browser of a request, by its session. */
final class BrowserSession {

    private static final String SECRET = "browser";

    private BrowserSession() {}

    /** Empty if it has no session. */
    static Optional<Browser> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (String) session.getAttribute(SECRET))
                .map(Browser::new);
    }

    /** With a session made if there is none. */
    static Browser begun(HttpServletRequest request) {
        return of(request).orElseGet(() -> {
            Browser browser = Browser.unseen();
            request.getSession(true).setAttribute(SECRET, browser.secret());
            return browser;
        });
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
