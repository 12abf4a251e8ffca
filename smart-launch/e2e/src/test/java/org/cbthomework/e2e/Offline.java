package org.cbthomework.e2e;

import com.microsoft.playwright.Browser;
import org.cbthomework.web.browser.Visit;

/** What a browser says on its console of a request that a test made come to nothing. */
final class Offline {

    private Offline() {}

    /** A phone whose requests may come to nothing. */
    static Visit phone() {
        return new Visit(new Browser.NewContextOptions().setViewportSize(390, 844), Offline::isTold);
    }

    private static boolean isTold(String wrong) {
        return wrong.contains("Failed to load resource");
    }
}
