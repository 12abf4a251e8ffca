package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cbthomework.launch.harness.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("server")
class AssignLibraryTest extends AssigningFixture {

    @Test
    void the_library_is_reached_from_the_chart_and_finds_by_what_worksheets_really_carry() {
        String chart = browser.open(ehr, "public").location();
        assertThat(browser.get(chart).body()).contains("/assign\"");

        assertThat(shown(chart, "")).containsExactly("Evening diary", "Short pause");
        assertThat(shown(chart, "?q=day")).containsExactly("Evening diary");
        assertThat(shown(chart, "?kind=modality-specific")).containsExactly("Short pause");
        assertThat(shown(chart, "?for=depression&minutes=5")).containsExactly("Evening diary");
        assertThat(shown(chart, "?minutes=3")).containsExactly("Short pause");
        assertThat(shown(chart, "?stage=late")).isEmpty();
        assertThat(shown(chart, "?language=es")).containsExactly("Evening diary", "Short pause");
    }

    @Test
    void what_this_patient_had_before_comes_first() {
        records.with(
                order("before", "pause", "{\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"}", "completed", false));

        Page library = browser.get(browser.open(ehr, "public").location() + "assign");

        assertThat(library.body()).containsSubsequence("Used with", "Short pause", "Others that fit", "Evening diary");
    }

    @Test
    void without_the_scopes_there_is_no_way_to_it_and_a_page_that_says_why() {
        granted(SCOPES.replace("user/ServiceRequest.crus", "user/ServiceRequest.rs"));
        String chart = browser.open(ehr, "public").location();

        assertThat(browser.get(chart).body()).doesNotContain("/assign");
        assertThat(browser.get(chart + "assign").status()).isEqualTo(403);
        assertThat(browser.get(chart + "assign/diary").body()).contains("did not give this app leave");
        Page posted = post(chart + "assign/diary", Map.of("why", "x", "_csrf", token(chart)));
        assertThat(posted.status()).isEqualTo(403);
        assertThat(ehr.asked()).noneMatch(asked -> asked.method().equals("PUT"));
    }

    @Test
    void a_patient_assigns_nothing_whatever_was_granted() {
        ehr.identify(request ->
                ehr.idToken(request, claims -> claims.claim("fhirUser", request.get("aud") + "/Patient/p1")));

        assertThat(browser.get(browser.open(ehr, "public").location() + "assign")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_was_assigned_is_told_once() {
        String chart = browser.open(ehr, "public").location();
        post(chart + "assign/diary", form(browser.get(chart + "assign/diary"), Map.of()));

        assertThat(browser.get(chart).body()).contains("Assigned: Evening diary (3 a week).", "asked to agree first");
        assertThat(browser.get(chart).body()).doesNotContain("Assigned: ");
    }

    @Test
    void in_Spanish_all_of_it_is_Spanish_and_the_reason_is_in_the_language_of_the_patient() {
        String chart = browser.open(ehr, "public").location();

        String library = browser.get(chart + "assign", "Accept-Language", "es").body();
        String plan =
                browser.get(chart + "assign/diary", "Accept-Language", "es").body();

        assertThat(library).contains("Asignar tareas", "Diario de la noche", "Buscar");
        assertThat(plan)
                .contains("Con qué frecuencia", "3 por semana", "Ayuda, diary.")
                .doesNotContain("??");
    }

    @Test
    void the_preview_is_the_worksheet_itself_in_the_language_of_the_patient() {
        JsonNode preview = browser.get(browser.open(ehr, "public").location() + "api/library/diary")
                .json();

        assertThat(preview.at("/questionnaire/url").asString()).isEqualTo("https://example.org/Questionnaire/diary");
        assertThat(preview.path("languages").isArray()).isTrue();
        assertThat(browser.get(browser.open(ehr, "public").location() + "api/library/none")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_form_in_which_patients_say_something_about_homework_is_none() {
        records.with(worksheet("said", "What makes homework hard", "feedback", "depression", 1, "Says it"));
        String chart = browser.open(ehr, "public").location();

        assertThat(browser.get(chart + "assign").body())
                .contains("Evening diary")
                .doesNotContain("makes homework hard");
        assertThat(browser.get(chart + "assign/said").status()).isEqualTo(404);
    }

    @Test
    void a_worksheet_that_is_not_there_is_no_page_to_plan_on() {
        assertThat(browser.get(browser.open(ehr, "public").location() + "assign/none")
                        .status())
                .isEqualTo(404);
    }
}
