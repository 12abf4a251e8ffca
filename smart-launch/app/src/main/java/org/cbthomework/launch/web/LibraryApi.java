package org.cbthomework.launch.web;

import java.util.List;
import java.util.Locale;
import org.cbthomework.launch.Contact;
import org.cbthomework.launch.Settings;
import org.cbthomework.launch.assign.SeeingLibrary;
import org.cbthomework.launch.fhir.FhirJson;
import org.cbthomework.launch.launches.Launch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A worksheet as the patient will see it, for the page on which it is planned. */
@RestController
class LibraryApi {

    private final SeeingLibrary library;
    private final JsonMapper json;
    private final FhirJson fhir;
    private final List<Contact> contacts;

    LibraryApi(SeeingLibrary library, JsonMapper json, FhirJson fhir, Settings settings) {
        this.library = library;
        this.json = json;
        this.fhir = fhir;
        this.contacts = settings.app().contacts();
    }

    /**
     * What a preview needs.
     *
     * @param languages that the patient reads, best first
     */
    record Preview(JsonNode questionnaire, List<String> languages, List<Contact> contacts) {}

    /** 404 if there is no such worksheet. */
    @GetMapping("/l/{launch}/api/library/{worksheet}")
    ResponseEntity<Preview> preview(Launch launch, @PathVariable String worksheet, Locale locale) {
        return ResponseEntity.of(library.worksheet(launch, worksheet)
                .map(each ->
                        new Preview(json.readTree(fhir.write(each)), library.languages(launch, locale), contacts)));
    }
}
