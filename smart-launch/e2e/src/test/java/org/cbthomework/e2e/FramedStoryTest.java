package org.cbthomework.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cbthomework.practice.Server;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The app inside a page of the practice, across sites: the practice's portal and its EHR are two ports of localhost, one
 * site to a browser, as portal.example.org and ehr.example.org are; the app is at 127.0.0.1, which is another.
 */
@Tag("e2e")
class FramedStoryTest {

    private static final Practice PRACTICE = Practice.open();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String REFUSED = "frame-ancestors";

    @TempDir
    static Path scratch;

    private static FramingSite portal;
    private static FramingSite unregistered;
    private static Server byTls;
    private static Server inClear;

    @BeforeAll
    static void start() throws Exception {
        portal = FramingSite.open();
        unregistered = FramingSite.open();
        Path certificate = scratch.resolve("certificate.p12").toAbsolutePath();
        byTls = PRACTICE.startAppAt(
                Practice.ELSEWHERE_TLS,
                portal.origin(),
                "--server.ssl.key-store=" + certificate(certificate),
                "--server.ssl.key-store-password=changeit");
        inClear = PRACTICE.startAppAt(Practice.ELSEWHERE, portal.origin());
    }

    @AfterAll
    static void stop() {
        byTls.close();
        inClear.close();
        portal.close();
        unregistered.close();
    }

    @Test
    void a_launch_inside_the_practices_page_is_opened_used_and_closed_there() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            Frame frame = portal.frame(page, launch(page, Practice.ELSEWHERE_TLS));

            frame.waitForURL(address -> address.startsWith(Practice.ELSEWHERE_TLS + "/l/"));
            assertThat(frame.locator("h1").innerText()).isEqualTo("Today");
            assertThat(page.url()).startsWith(portal.origin());
            assertThat(page.context().cookies(Practice.ELSEWHERE_TLS))
                    .singleElement()
                    .satisfies(cookie -> {
                        assertThat(cookie.name).isEqualTo("__Host-CBT_HOMEWORK");
                        assertThat(cookie.partitionKey).isEqualTo("http://localhost");
                    });
            frame.locator("main a[href*='/worksheet/']").first().click();
            frame.locator("article.worksheet").waitFor();
            Frame again = portal.frame(page, launch(page, Practice.ELSEWHERE_TLS));
            again.locator("form[action$='/close'] button").click();
            again.locator("h1").getByText("Homework is closed").waitFor();
        }
    }

    @Test
    void where_the_browser_keeps_the_cookie_away_and_does_not_relent_the_same_launch_opens_in_a_window() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            // Without TLS the cookie is SameSite=Lax, which no browser sends from inside a page of another site.
            Frame frame = portal.frame(page, launch(page, Practice.ELSEWHERE));

            assertThat(frame.locator("h1").innerText()).isEqualTo("Open homework in a window of its own");
            frame.locator("#allow").click();
            // Chromium asks nobody on behalf of a site that its user has not been to.
            frame.locator("#told").getByText("Your browser did not allow it").waitFor();
            Page window = page.waitForPopup(
                    () -> frame.locator("a").getByText("Open in a new window").click());

            window.waitForURL(address -> address.startsWith(Practice.ELSEWHERE + "/l/"));
            assertThat(window.locator("h1").innerText()).isEqualTo("Today");
        }
    }

    @Test
    void family_38_a_page_of_an_origin_that_is_not_registered_shows_nothing_of_what_the_practices_page_shows() {
        List<String> told = new ArrayList<>();
        try (Visit visit = visit()) {
            Page page = visit.page();
            page.onConsoleMessage(message -> told.add(message.text()));
            Frame before = portal.frame(page, launch(page, Practice.ELSEWHERE_TLS));
            before.waitForURL(address -> address.startsWith(Practice.ELSEWHERE_TLS + "/l/"));
            String opened = before.url();
            assertThat(told).isEmpty();

            Frame frame = unregistered.frame(page, opened);

            // To the browser both are one site, so that the app's cookie is sent from here, too.
            assertThat(told).anySatisfy(line -> assertThat(line).contains(REFUSED, portal.origin()));
            assertThat(frame.url()).doesNotStartWith(Practice.ELSEWHERE_TLS);
        }
    }

    private static Visit visit() {
        return new Visit(
                new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setViewportSize(1000, 800),
                wrong -> (wrong.startsWith(unregistered.origin()) && wrong.contains(REFUSED))
                        || wrong.contains("requestStorageAccess"));
    }

    /** Signs a patient in at the EHR, which begins a launch of the app: told as an address of one that is elsewhere. */
    private static String launch(Page page, String app) {
        page.navigate(PRACTICE.address());
        if (page.locator("button[name=username]").count() > 0) {
            page.locator("button[name=username][value=demo-steady]").click();
        }
        Matcher token = TOKEN.matcher(page.content());
        assertThat(token.find()).isTrue();
        APIResponse sent = page.request()
                .post(
                        PRACTICE.address() + "charts/demo-steady/homework",
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setForm(FormData.create().set("_csrf", token.group(1))));
        assertThat(sent.status()).isEqualTo(302);
        return sent.headers().getOrDefault("location", "").replaceFirst("^http://localhost:[0-9]+", app);
    }

    /** Makes one that nobody vouches for. */
    private static Path certificate(Path file) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        Map.of(
                        "-alias", "app",
                        "-keyalg", "EC",
                        "-dname", "CN=127.0.0.1",
                        "-ext", "san=ip:127.0.0.1",
                        "-validity", "2",
                        "-storetype", "PKCS12",
                        "-storepass", "changeit",
                        "-keystore", file.toString())
                .forEach((option, value) -> command.addAll(List.of(option, value)));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }
}
