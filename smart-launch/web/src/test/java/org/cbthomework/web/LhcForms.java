package org.cbthomework.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.Map;
import org.cbthomework.web.browser.Site;

/** LHC-Forms of the U.S. National Library of Medicine in the same browser, which fills in the same forms. */
record LhcForms(Page page) {

    private static final String HIDDEN = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";

    /** Opens a form, asks the record what the demo's record would answer, and waits until no more answers follow from others. */
    private static final String OPEN = """
            async ([questionnaire, draft]) => {
              const examples = await (await fetch('/demo/data/responses.json')).json();
              const request = async (search) => {
                const asked = new URLSearchParams(search.split('?')[1]).get('questionnaire')?.split('|')[0];
                const found = search.startsWith('QuestionnaireResponse?') ? examples.filter(({ response }) =>
                  response.status !== 'in-progress' && response.questionnaire?.split('|')[0] === asked) : [];
                return { resourceType: 'Bundle', type: 'searchset', entry: found.map(({ response }) => ({ resource: response })) };
              };
              LForms.Util.setFHIRContext({ request, getFhirVersion: async () => '4.0.1' },
                { patient: { resourceType: 'Patient', id: 'example' } });
              try {
                const form = LForms.Util.convertFHIRQuestionnaireToLForms(JSON.parse(questionnaire), 'R4');
                await LForms.Util.addFormToPage(LForms.Util.mergeFHIRDataIntoLForms(JSON.parse(draft), form, 'R4'), 'place');
              } catch (reason) {
                throw new Error(String(reason));
              }
              // It takes what a draft does not say, and what could be calculated, as erased by hand, and leaves it.
              const opened = LForms.Util._getFormObjectInScope('place');
              opened.itemList.forEach((item) => { item._userModifiedCalculatedValue = false; });
              opened._expressionProcessor._calculatedValues = {};
              await opened._expressionProcessor.runCalculations(false);
              let before;
              let now;
              do {
                before = now;
                await new Promise((waited) => setTimeout(waited, 150));
                now = JSON.stringify(LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4').item);
              } while (now !== before);
            }""";

    /** It needs what a strict policy forbids. */
    static Site site() {
        return new Site(
                Map.of("lhc", Path.of("peers/lhc-forms"), "demo", Path.of("target/demo")),
                "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:");
    }

    static LhcForms on(Page page, Site site) {
        if (!page.url().equals(site.at("/lhc/"))) {
            page.navigate(site.at("/lhc/"));
            page.waitForFunction("() => window.LForms !== undefined");
        }
        return new LhcForms(page);
    }

    /**
     * Opens a form with what was answered before. It leaves hidden questions out of responses, so all are shown to it.
     *
     * @throws PlaywrightException if it cannot open the form
     */
    LhcForms open(JsonNode questionnaire, JsonNode draft) {
        JsonNode shown = questionnaire.deepCopy();
        for (JsonNode hidden : shown.findParents("extension")) {
            ArrayNode extensions = hidden.withArray("extension");
            extensions.removeIf(extension -> extension.path("url").asText().equals(HIDDEN));
        }
        page.evaluate(OPEN, new String[] {shown.toString(), draft.toString()});
        return this;
    }

    /** Types into the box of that id, which LHC-Forms gives it, and goes on to the next. */
    void type(String id, String text) {
        Locator box = page.locator("[id='" + id + "']");
        box.fill("");
        box.pressSequentially(text);
        box.press("Tab");
    }

    JsonNode response() {
        return Worksheets.parse((String)
                page.evaluate("() => JSON.stringify(LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4'))"));
    }
}
