package org.cbthomework.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.cbthomework.web.browser.Site;

/** A worksheet open in a browser, alone on its page as an app would show it. */
record Opened(Page page) {

    private static final String ALONE = "/demo/?bare=1&form=";

    /**
     * Opens it as the demo opens another one, without loading the page again where it is loaded.
     *
     * @param settings further parts of the demo's address: {@code language=es&server=fails}
     */
    static Opened on(Page page, Site site, String form, String settings) {
        if (!page.url().startsWith(site.at(ALONE))) {
            return afresh(page, site, form, settings);
        }
        page.evaluate("""
                address => {
                  history.pushState(null, '', address);
                  dispatchEvent(new PopStateEvent('popstate'));
                }""", site.at(ALONE + form + "&" + settings));
        return new Opened(page).settled();
    }

    /** Opens it on a page on which nothing happened yet. */
    static Opened afresh(Page page, Site site, String form, String settings) {
        page.navigate(site.at(ALONE + form + "&" + settings));
        return new Opened(page).settled();
    }

    /** Opens it again with what was answered before. */
    Opened resume(JsonNode response) {
        page.evaluate("draft => window.demo.resume(JSON.parse(draft))", response.toString());
        return settled();
    }

    /** Until all that is loaded later was loaded. */
    Opened settled() {
        page.waitForFunction("() => window.demo !== undefined");
        page.evaluate("() => window.demo.mounted.ready");
        page.waitForFunction("() => ![...document.querySelectorAll('.worksheet .hint')].some(hint =>"
                + " /^(Loading|Cargando|جارٍ التحميل)…$/.test(hint.textContent))");
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        return this;
    }

    /** Opens whatever can be unfolded. */
    Opened unfold() {
        page.evaluate("() => document.querySelectorAll('.worksheet details').forEach(each => { each.open = true; })");
        return settled();
    }

    /** Types what is no number, no link, and so on, wherever something can be typed. @return whether that was anywhere */
    boolean spoil() {
        return (boolean) page.evaluate("""
                () => {
                  const boxes = [...document.querySelectorAll('.worksheet :is([inputmode=numeric], [inputmode=decimal], [type=url])')]
                    .filter(box => box.checkVisibility());
                  boxes.forEach(box => {
                    box.value = 'x y';
                    box.dispatchEvent(new Event('input', { bubbles: true }));
                  });
                  return boxes.length > 0;
                }""");
    }

    void handIn() {
        worksheet().locator(".finish .btn.main").click();
    }

    Locator worksheet() {
        return page.locator("article.worksheet");
    }

    /** The response as it stands. */
    JsonNode response() {
        return Worksheets.parse((String) page.evaluate("() => JSON.stringify(window.demo.mounted.response())"));
    }

    /** What reached the server last. */
    JsonNode received() {
        return Worksheets.parse((String) page.evaluate("() => JSON.stringify(window.demo.received.slice(-1)[0])"));
    }
}
