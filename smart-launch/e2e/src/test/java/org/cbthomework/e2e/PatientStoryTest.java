package org.cbthomework.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.cbthomework.web.browser.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A patient's story, from the portal to what is in the record. */
@Tag("e2e")
class PatientStoryTest {

    private static final Practice PRACTICE = Practice.open();

    @Test
    void what_is_written_is_saved_goes_on_after_a_reload_and_is_handed_in_once() throws InterruptedException {
        try (Visit visit = new Visit()) {
            Portal patient = open(visit, "demo-traveller");
            String occasion = patient.occasion();

            patient.write("rang them").awaitStatus("Saved ");
            assertThat(responses(occasion).get(0).at("/status").textValue()).isEqualTo("in-progress");
            visit.page().reload();
            visit.page().waitForSelector("article.worksheet");
            assertThat(patient.written()).isEqualTo("rang them");
            patient.handIn().awaitThanks();

            assertThat(responses(occasion)).hasSize(1);
            JsonNode response = responses(occasion).get(0);
            assertThat(response.at("/status").textValue()).isEqualTo("stopped");
            assertThat(response.at("/author/reference").textValue()).isEqualTo("Patient/demo-traveller");
            assertThat(response.toString()).contains("rang them");
        }
    }

    @Test
    void what_is_written_without_a_connection_is_kept_and_sent_once_there_is_one() throws InterruptedException {
        try (Visit visit = Offline.phone()) {
            Portal patient = open(visit, "demo-late");
            String occasion = patient.occasion();
            patient.write("at home").awaitStatus("Saved ");

            visit.page().context().setOffline(true);
            patient.write("on the tram").awaitStatus("Kept on this device since");
            patient.handIn();
            visit.page().getByText("It could not be handed in just now.").waitFor();
            assertThat(responses(occasion).get(0).toString()).contains("at home");
            visit.page().context().setOffline(false);
            patient.handIn().awaitThanks();

            assertThat(responses(occasion)).hasSize(1);
            assertThat(responses(occasion).get(0).toString())
                    .contains("on the tram")
                    .doesNotContain("at home");
        }
    }

    @Test
    void what_was_left_on_the_device_is_offered_at_the_next_visit() throws InterruptedException {
        try (Visit visit = Offline.phone()) {
            Portal patient = open(visit, "demo-sunday");
            visit.page().context().setOffline(true);
            patient.write("on the tram").awaitStatus("Kept on this device since");
            String address = visit.page().url();
            visit.page().navigate("about:blank");
            visit.page().context().setOffline(false);

            visit.page().navigate(address);
            visit.page().waitForSelector("article.worksheet");

            assertThat(patient.written()).isEqualTo("on the tram");
        }
    }

    @Test
    void of_two_devices_the_second_is_told_of_the_first() throws InterruptedException {
        try (Visit phone = new Visit();
                Visit laptop = Offline.phone()) {
            List<String> occasions = PRACTICE.assignThoughtRecords("demo-decaying");
            Portal there =
                    new Portal(phone.page()).enter(PRACTICE, "demo-decaying").openOneOf(occasions);
            Portal here =
                    new Portal(laptop.page()).enter(PRACTICE, "demo-decaying").openOneOf(List.of(there.occasion()));
            there.write("from the phone").awaitStatus("Saved ");

            here.write("from the laptop");
            laptop.page()
                    .locator("[role=alert]")
                    .getByText("changed on another device")
                    .waitFor();
            assertThat(here.written()).isEqualTo("from the laptop");
            laptop.page().getByText("Load again").click();
            laptop.page().getByText("The one saved from another device").click();
            laptop.page().waitForSelector("article.worksheet");

            assertThat(here.written()).isEqualTo("from the phone");
            assertThat(responses(here.occasion())).hasSize(1);
        }
    }

    @Test
    void two_patients_in_two_tabs_never_mix() {
        try (Visit visit = new Visit()) {
            Page first = visit.page();
            new Portal(first).enter(PRACTICE, "demo-clinician-one");
            String one = heading(first);
            Page second = first.context().newPage();
            second.navigate(PRACTICE.address());
            second.locator("form button").getByText("Open homework").nth(1).click();
            second.waitForURL(address -> address.contains("/l/"));
            String two = heading(second);

            assertThat(one).isNotEqualTo(two);
            first.reload();
            assertThat(heading(first)).isEqualTo(one);
            second.reload();
            assertThat(heading(second)).isEqualTo(two);
        }
    }

    @Test
    void a_killed_app_signs_nobody_out_and_loses_nothing() throws Exception {
        try (Visit visit = Offline.phone()) {
            Portal patient = open(visit, "demo-traveller");
            patient.write("before").awaitStatus("Saved ");

            PRACTICE.restartApp();
            patient.write("after");

            visit.page()
                    .waitForCondition(
                            () -> responses(patient.occasion()).toString().contains("after"));
            patient.awaitStatus("Saved ");
            assertThat(responses(patient.occasion())).hasSize(1);
        }
    }

    @Test
    void nothing_that_was_written_is_in_what_the_app_printed() throws InterruptedException {
        try (Visit visit = new Visit()) {
            open(visit, "demo-dose").write("a secret of mine").awaitStatus("Saved ");

            assertThat(PRACTICE.printedByApp()).doesNotContain("a secret of mine", "Demo Dose", "demo-dose");
        }
    }

    /** Opens something that the patient has not done yet. */
    private static Portal open(Visit visit, String patient) throws InterruptedException {
        List<String> occasions = PRACTICE.assignThoughtRecords(patient);
        return new Portal(visit.page()).enter(PRACTICE, patient).openOneOf(occasions);
    }

    private static String heading(Page page) {
        return page.locator("h1").innerText();
    }

    private static List<JsonNode> responses(String occasion) {
        List<JsonNode> found = new ArrayList<>();
        PRACTICE.ask("QuestionnaireResponse?occasion=Task/" + occasion)
                .path("entry")
                .forEach(entry -> found.add(entry.get("resource")));
        return found;
    }
}
