package org.cbthomework.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.Map;
import org.cbthomework.web.browser.Site;

/** LHC-Forms of the U.S. National Library of Medicine in the same browser, which fills in the same forms. */
record LhcForms(Page page) {

    /** It needs what a strict policy forbids. */
    static Site site() {
        return new Site(
                Map.of("lhc", Path.of("peers/lhc-forms")),
                "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:");
    }

    static LhcForms on(Page page, Site site) {
        page.navigate(site.at("/lhc/"));
        page.waitForFunction("() => window.LForms !== undefined");
        return new LhcForms(page);
    }

    /**
     * Opens a form with what was answered before.
     *
     * @throws PlaywrightException if it cannot open the form
     */
    LhcForms open(JsonNode questionnaire, JsonNode response) {
        page.evaluate("""
                ([questionnaire, response]) => Promise.resolve().then(() => LForms.Util.addFormToPage(
                    LForms.Util.mergeFHIRDataIntoLForms(JSON.parse(response),
                      LForms.Util.convertFHIRQuestionnaireToLForms(JSON.parse(questionnaire), 'R4'), 'R4'), 'place'))
                  .then(() => new Promise(drawn => setTimeout(drawn, 200)))
                  .catch(reason => { throw new Error(String(reason)); })""", new String[] {questionnaire.toString(), response.toString()});
        return this;
    }

    /** The box of a question, by the id that LHC-Forms gives it. */
    Locator box(String id) {
        return page.locator("[id='" + id + "']");
    }

    JsonNode response() {
        return Worksheets.parse((String)
                page.evaluate("() => JSON.stringify(LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4'))"));
    }
}
