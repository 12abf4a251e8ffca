package org.cbthomework.launch.web;

import java.util.Base64;
import java.util.List;
import org.cbthomework.launch.Contact;
import org.cbthomework.launch.Settings;
import org.cbthomework.launch.fhir.FhirJson;
import org.cbthomework.launch.keys.Sealing;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.worksheet.KeepingAnswers;
import org.cbthomework.launch.worksheet.OpenWorksheet;
import org.cbthomework.launch.worksheet.OpeningWorksheets;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page of a worksheet asks for and sends. */
@RestController
@RequestMapping("/l/{launch}/api")
class WorksheetApi {

    private final OpeningWorksheets opening;
    private final KeepingAnswers keeping;
    private final Sealing sealing;
    private final JsonMapper json;
    private final FhirJson fhir;
    private final List<Contact> contacts;

    WorksheetApi(
            OpeningWorksheets opening,
            KeepingAnswers keeping,
            Sealing sealing,
            JsonMapper json,
            FhirJson fhir,
            Settings settings) {
        this.opening = opening;
        this.keeping = keeping;
        this.sealing = sealing;
        this.json = json;
        this.fhir = fhir;
        this.contacts = settings.app().contacts();
    }

    /**
     * A worksheet as its page needs it.
     *
     * @param response null if nothing was answered
     * @param version of the response; null without one
     * @param deviceKey 32 bytes in Base64, with which a draft is sealed on the patient's device
     */
    record Opened(
            JsonNode questionnaire,
            @Nullable JsonNode response,
            @Nullable String version,
            boolean isHandedIn,
            @Nullable String patient,
            List<Contact> contacts,
            String deviceKey) {}

    /** What was kept. */
    record Kept(String version, String status) {}

    @GetMapping("/worksheet/{occasion}")
    Opened open(Launch launch, @PathVariable String occasion) {
        return told(launch, opening.open(launch, occasion));
    }

    @GetMapping("/log/{order}/{entry}")
    Opened openEntry(Launch launch, @PathVariable String order, @PathVariable String entry) {
        return told(launch, opening.openEntry(launch, order, entry));
    }

    private Opened told(Launch launch, OpenWorksheet open) {
        String patient = launch.context().patient();
        return new Opened(
                tree(open.worksheet()),
                open.answers().map(this::tree).orElse(null),
                open.answers().map(each -> each.getMeta().getVersionId()).orElse(null),
                open.isHandedIn(),
                patient,
                contacts,
                Base64.getEncoder()
                        .encodeToString(sealing.name("device of " + launch.issuer() + " Patient/" + patient)));
    }

    /** Keeps a draft or takes what is handed in; 409 if another device was faster. */
    @PutMapping("/worksheet/{occasion}")
    Kept keep(
            Launch launch,
            @PathVariable String occasion,
            @RequestBody String body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return kept(keeping.keep(launch, occasion, fhir.readResponse(body), version));
    }

    /** The same for an entry of a log. */
    @PutMapping("/log/{order}/{entry}")
    Kept keepEntry(
            Launch launch,
            @PathVariable String order,
            @PathVariable String entry,
            @RequestBody String body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return kept(keeping.keepEntry(launch, order, entry, fhir.readResponse(body), version));
    }

    private static Kept kept(QuestionnaireResponse kept) {
        return new Kept(kept.getMeta().getVersionId(), kept.getStatus().toCode());
    }

    /** What the worksheet begins with, out of earlier answers: a Bundle. The search is in the body, not in an address. */
    @PostMapping({"/worksheet/{occasion}/record", "/log/{order}/{entry}/record"})
    JsonNode record(Launch launch, @RequestBody Search search) {
        return tree(opening.ask(launch, search.search()));
    }

    /** A relative search. */
    record Search(String search) {}

    private JsonNode tree(Resource resource) {
        return json.readTree(fhir.write(resource));
    }
}
