package org.cbthomework.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One page in a profile of its own, and what it did that no page may: closing it fails the test if it did. */
public final class Visit implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> wrongs = new ArrayList<>();

    private final Predicate<String> expected;

    /** A page of that size, language and so on. */
    public Visit(Browser.NewContextOptions options) {
        this(options, wrong -> false);
    }

    /** @param expected what a page may do all the same, told as its address and what it did */
    public Visit(Browser.NewContextOptions options, Predicate<String> expected) {
        this.expected = expected;
        context = Browsers.chromium().newContext(options);
        context.route("**/*", this::onlyToThisMachine);
        context.onWebError(error -> wrongs.add("an error nobody caught: " + error.error()));
        context.onConsoleMessage(this::noteErrors);
        page = context.newPage();
    }

    /** A phone of 390 by 844 pixels. */
    public Visit() {
        this(new Browser.NewContextOptions().setViewportSize(390, 844));
    }

    public Page page() {
        return page;
    }

    /** Requests to elsewhere, breaches of the policy, and errors; so far. */
    public List<String> wrongs() {
        return List.copyOf(wrongs);
    }

    @Override
    public void close() {
        context.close();
        if (!wrongs.isEmpty()) {
            throw new AssertionError("The page did what no page may: " + String.join("; ", wrongs));
        }
    }

    private void onlyToThisMachine(Route route) {
        String host = URI.create(route.request().url()).getHost();
        if ("127.0.0.1".equals(host) || "localhost".equals(host)) {
            route.resume();
        } else {
            wrongs.add("a request to " + route.request().url());
            route.abort();
        }
    }

    /** Breaches of the Content Security Policy are told on the console, too. */
    private void noteErrors(ConsoleMessage message) {
        String wrong = message.page().url() + ": " + message.text();
        if (message.type().equals("error") && !expected.test(wrong)) {
            wrongs.add(wrong);
        }
    }
}
