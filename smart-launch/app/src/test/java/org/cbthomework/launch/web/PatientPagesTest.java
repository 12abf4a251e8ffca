package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cbthomework.launch.web.PatientsHomework.extension;
import static org.cbthomework.launch.web.PatientsHomework.order;
import static org.cbthomework.launch.web.PatientsHomework.task;
import static org.cbthomework.launch.web.TodayPageTest.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class PatientPagesTest {

    private static final String ASKED = extension("agreement-requested", "\"valueBoolean\":true");
    private static final String EVENINGS =
            "\"occurrenceTiming\":{\"repeat\":{\"boundsPeriod\":{\"start\":\"2026-01-01\","
                    + "\"end\":\"2199-12-24\"},\"frequency\":3,\"period\":1,\"periodUnit\":\"wk\"}},";

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = app.browser();
    private final PatientsHomework homework = new PatientsHomework(ehr);
    private final LocalDate day = PatientsHomework.today();
    private String opened = "";

    @BeforeEach
    void a_patient_opens_homework() {
        opened = browser.open(ehr, "public").location();
    }

    @Test
    void what_is_suggested_says_why_how_often_how_long_and_until_when() {
        homework.orders(order("new", ASKED, EVENINGS));

        assertThat(words(browser.get(opened).body())).contains("Your therapist suggests", "Evening diary");
        assertThat(words(browser.get(opened + "agreement/new").body()))
                .contains(
                        "It shows what helps.",
                        "3 times a week",
                        "about 3 minutes",
                        "24 December",
                        "Yes, I agree",
                        "Ask for a change");
        assertThat(words(browser.get(opened + "agreement/new", "Accept-Language", "es")
                        .body()))
                .contains("3 veces por semana", "Sí, me conviene", "Pedir un cambio")
                .doesNotContain("Yes", "week");
    }

    @Test
    void to_agree_is_a_response_to_the_form_for_it_stored_once() {
        homework.orders(order("new", ASKED, EVENINGS));

        assertThat(post("agreement/new", "answer=agree").location()).endsWith("/?said=agreed");
        assertThat(post("agreement/new", "answer=agree").location()).endsWith("/?said=agreed");

        assertThat(homework.puts(ehr)).hasSize(1);
        assertThat(homework.only().path("questionnaire").asString())
                .isEqualTo("https://w3id.org/cbt-homework/fhir/Questionnaire/homework-agreement|1.0.0");
        assertThat(homework.only().at("/basedOn/0/reference").asString()).isEqualTo("ServiceRequest/new");
        assertThat(homework.only().at("/author/reference").asString()).isEqualTo("Patient/p1");
        assertThat(homework.only().at("/item/0/answer/0/valueCoding/code").asString())
                .isEqualTo("agree");
        assertThat(words(browser.get(opened + "?said=agreed").body())).contains("It counts from now.");
        assertThat(words(browser.get(opened + "?said=%3Cb%3E").body())).doesNotContain("??", "<b>");
    }

    @Test
    void a_change_is_asked_for_in_the_patients_words_and_thinking_again_amends() {
        homework.orders(order("new", ASKED, EVENINGS));

        post("agreement/new", "answer=change&words=Twice+a+week");
        assertThat(homework.only().at("/item/1/answer/0/valueString").asString())
                .isEqualTo("Twice a week");
        post("agreement/new", "answer=agree");

        assertThat(homework.only().path("status").asString()).isEqualTo("amended");
        assertThat(homework.only().path("item").size()).isOne();
        assertThat(homework.puts(ehr).get(1).header("If-Match")).isEqualTo("W/\"1\"");
    }

    @Test
    void words_that_are_too_long_come_back_with_what_to_do() {
        homework.orders(order("new", ASKED, EVENINGS));

        Page again = post("agreement/new", "answer=change&words=" + "x".repeat(2001));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("href=\"#words\"", "x".repeat(2001), "aria-invalid=\"true\"");
        assertThat(words(again.body())).contains("Write at most 2,000 letters; there are 2,001.");
        assertThat(homework.kept).isEmpty();
    }

    @Test
    void an_order_of_somebody_else_is_not_there() {
        homework.orders(order("new", ASKED, EVENINGS));

        assertThat(browser.get(opened + "agreement/theirs").status()).isEqualTo(404);
        assertThat(post("agreement/theirs", "answer=agree").status()).isEqualTo(404);
        assertThat(homework.kept).isEmpty();
    }

    @Test
    void nobody_else_says_it_in_the_patients_place() {
        homework.orders(order("new", ASKED, EVENINGS));
        ehr.identify(request ->
                ehr.idToken(request, claims -> claims.claim("fhirUser", request.get("aud") + "/Practitioner/pr1")));
        opened = browser.open(ehr, "public").location();

        assertThat(post("agreement/new", "answer=agree").status()).isEqualTo(403);
        assertThat(homework.kept).isEmpty();
    }

    @Test
    void what_makes_it_hard_is_said_of_its_occasion() {
        homework.orders(order("evening", "", EVENINGS)).tasks(task("tonight", "evening", "ready", day, day));

        assertThat(browser.get(opened).body()).contains("/hard/tonight");
        assertThat(words(browser.get(opened + "hard/tonight").body()))
                .contains("What makes it hard?", "I had no energy")
                .doesNotContain("Please look");
        assertThat(words(browser.get(opened + "hard/tonight", "Accept-Language", "es")
                        .body()))
                .contains("No tenía energía")
                .doesNotContain("energy", "??");
        assertThat(post("hard/tonight", "obstacle=no-energy&obstacle=too-big&obstacle=made-up&easier=Shorter")
                        .location())
                .endsWith("/?said=hard");

        assertThat(homework.only().at("/extension/0/valueReference/reference").asString())
                .isEqualTo("Task/tonight");
        assertThat(homework.only().at("/item/0/answer").size()).isEqualTo(2);
        assertThat(homework.only().at("/item/0/answer/1/valueCoding/code").asString())
                .isEqualTo("too-big");
        assertThat(homework.only().at("/item/1/answer/0/valueString").asString())
                .isEqualTo("Shorter");
    }

    @Test
    void nothing_picked_comes_back_with_a_summary_that_leads_to_the_first_choice() {
        homework.orders(order("evening", "", EVENINGS)).tasks(task("tonight", "evening", "ready", day, day));

        Page again = post("hard/tonight", "easier=+");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("href=\"#o-no-time\"", "id=\"o-no-time\"", "role=\"alert\"");
        assertThat(words(again.body())).contains("Pick something, or write a few words.");
        assertThat(homework.kept).isEmpty();
    }

    @Test
    void progress_is_told_in_counts_and_weeks_and_never_in_percent() {
        ehr.script("/public/fhir/Patient/p1/$homework-adherence", asked -> Answer.fhir(adherence()));
        homework.orders(order("diary", "", ""));

        Page page = browser.get(opened + "progress");

        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(words(page.body()))
                .contains("My path", "Done 8 times so far", "12 entries, on 6 days", "7 of 7", "1 so far")
                .doesNotContain("%", "failed", "missed", "on time", "??");
        assertThat(words(browser.get(opened + "progress", "Accept-Language", "es")
                        .body()))
                .contains("Mi camino", "Hecho 8 veces hasta ahora", "7 de 7")
                .doesNotContain("so far", "??");
    }

    private Page post(String path, String form) {
        return browser.postRaw(
                opened + path, form + "&_csrf=" + browser.get(opened).hidden("_csrf"), "Sec-Fetch-Site", "same-origin");
    }

    private static String adherence() {
        try (InputStream in = Objects.requireNonNull(PatientPagesTest.class.getResourceAsStream("adherence.json"))) {
            return lately(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same days of the week, not long ago: weeks of long ago are not shown. */
    private static String lately(String json) {
        LocalDate written = LocalDate.of(2026, 3, 2);
        return Pattern.compile("2026-03-\\d\\d")
                .matcher(json)
                .replaceAll(each -> PatientsHomework.today()
                        .minusDays(21)
                        .plusDays(ChronoUnit.DAYS.between(written, LocalDate.parse(each.group())))
                        .toString());
    }
}
