package org.cbthomework.web.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Deque's axe-core: what keeps people out of a page, as far as a program can tell. */
public final class Axe {

    private static final String ENGINE = engine();

    private static final String EVERYTHING = """
            { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] }""";
    private static final String COLOURS = "{ type: 'rule', values: ['color-contrast'] }";

    private static final String RUN = """
            () => axe.run(document, { runOnly: %s, resultTypes: ['violations'] }).then(({ violations }) =>
              violations.flatMap(({ id, nodes }) => nodes.map(node => id + ': ' + node.html.slice(0, 200) + ' | '
                + node.any.concat(node.all, node.none).map(check => check.message).join(' '))))""";

    private Axe() {}

    /** Puts it into each page to come. */
    public static void into(Page page) {
        page.addInitScript(ENGINE);
    }

    /** All rules of WCAG 2.0 to 2.2, A and AA, and the best practices. */
    @SuppressWarnings("unchecked")
    public static List<String> violations(Page page) {
        // What has no style yet has no size either.
        page.waitForLoadState();
        return (List<String>) page.evaluate(RUN.formatted(EVERYTHING));
    }

    /** Only what depends on the colour scheme. */
    @SuppressWarnings("unchecked")
    public static List<String> violationsByColour(Page page) {
        return (List<String>) page.evaluate(RUN.formatted(COLOURS));
    }

    private static String engine() {
        try (InputStream script = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
