package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cbthomework.launch.web.PatientsHomework.extension;
import static org.cbthomework.launch.web.PatientsHomework.order;
import static org.cbthomework.launch.web.PatientsHomework.task;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Tag("server")
class TodayPageTest {

    private static final String AS_NEEDED = "\"asNeededBoolean\":true,";

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
    void several_times_of_one_thing_are_one_card() {
        homework.orders(order("three", "", ""))
                .tasks(
                        task("one", "three", "completed", day.minusDays(3), day.plusDays(3)),
                        task("two", "three", "completed", day.minusDays(3), day.plusDays(3)),
                        task("last", "three", "ready", day.minusDays(3), day.plusDays(3)),
                        task("called-off", "three", "cancelled", day.minusDays(3), day.plusDays(3)));

        String page = today();

        assertThat(words(page)).contains("2 of 3 this week");
        assertThat(page.split("<li class=\"card\"", -1)).hasSize(2);
        assertThat(page).contains("worksheet/last\"", "worksheet/one\"").doesNotContain("called-off");
    }

    @Test
    void on_the_day_between_two_weeks_only_the_one_that_began_is_there() {
        String before = task("before", "three", "completed", day.minusDays(7), day.minusDays(1));
        homework.orders(order("three", "", ""))
                .tasks(
                        before.replace(day + "T00:00+09:00", day + "T00:00:01+09:00"),
                        task("next", "three", "ready", day, day.plusDays(6)));

        String page = today();

        assertThat(words(page)).contains("0 of 1 this week").doesNotContain("1 of 1");
        assertThat(page).contains("worksheet/next\"").doesNotContain("worksheet/before\"");
    }

    @Test
    void a_card_tells_why_it_helps_how_long_it_takes_and_what_to_do_if_it_does_not_work_out() {
        homework.orders(order(
                        "evening",
                        extension(
                                        "backup-plan",
                                        "\"extension\":[{\"url\":\"if\",\"valueString\":\"it is late\"},"
                                                + "{\"url\":\"then\",\"valueString\":\"one line\"}]")
                                + extension("focal", "\"valueBoolean\":true"),
                        "\"reasonCode\":[{\"text\":\"You said evenings are hard.\"}],"
                                + "\"patientInstruction\":\"Before you go to bed.\","))
                .tasks(task("tonight", "evening", "ready", day, day));

        assertThat(words(today()))
                .contains(
                        "What you two chose to focus on",
                        "Evening diary",
                        "about 3 minutes",
                        "You said evenings are hard.",
                        "Before you go to bed.",
                        "If it is late, then one line")
                .doesNotContain("Diary for clinicians", "It shows what helps.");
    }

    @Test
    void without_words_of_the_therapist_the_worksheet_says_why() {
        homework.orders(order("evening", "", "")).tasks(task("tonight", "evening", "ready", day, day));

        assertThat(words(today())).contains("It shows what helps.");
    }

    @Test
    void all_of_it_is_in_the_language_of_the_reader() {
        homework.orders(order("evening", "", ""), order("log", "", AS_NEEDED))
                .tasks(
                        task("tonight", "evening", "ready", day, day),
                        task("tomorrow", "evening", "ready", day.plusDays(1), day.plusDays(1)));

        Page page = browser.get(opened, "Accept-Language", "es");

        assertThat(page.body()).contains("<html lang=\"es\"");
        assertThat(words(page.body()))
                .contains("Hoy", "Diario de la noche", "Empezar", "Anotar ahora", "Hoy, nada", "Lo que sigue")
                .doesNotContain("Today", "Start", "Log one", "Next", "minutes", "??");
    }

    @Test
    void where_nothing_is_due_it_says_what_comes_next() {
        homework.orders(order("evening", "", ""))
                .tasks(
                        task("tomorrow", "evening", "ready", day.plusDays(1), day.plusDays(1)),
                        task("asked", "evening", "requested", day, day),
                        task("declined", "evening", "rejected", day, day));

        String page = today();

        assertThat(words(page)).contains("Nothing is due today", "What comes next is below", "Evening diary");
        assertThat(page).doesNotContain("/worksheet/");

        homework.tasks();
        assertThat(words(today())).contains("Nothing is planned for the coming days");
    }

    @Test
    void the_week_has_a_mark_and_a_word_for_each_day_and_never_a_grade() {
        homework.orders(order("evening", "", ""))
                .tasks(
                        task("before", "evening", "failed", day.minusDays(1), day.minusDays(1)),
                        task("tonight", "evening", "completed", day, day));

        String page = today();
        String week = page.substring(page.indexOf("class=\"week\""), page.indexOf("</ol>"));

        assertThat(week.split("<li", -1)).hasSize(8);
        assertThat(words(week)).contains("Today : something done");
        assertThat(words(page)).doesNotContain("failed", "%", "missed");
        assertThat(page).contains("/hard/before");
        assertThat(words(page)).contains("How can it be made easier?");
    }

    @Test
    void a_log_is_noted_whenever_it_happens_and_each_time_anew() {
        homework.orders(order("log", "", AS_NEEDED));

        assertThat(words(today())).contains("Whenever it happens", "Log one now", "None today");
        String first = browser.get(opened + "log/log").location();
        String second = browser.get(opened + "log/log").location();

        assertThat(first).isNotEqualTo(second).matches(".*/log/log/[0-9a-f-]{36}");
        assertThat(browser.get(first).body()).contains("/api/log/log/" + first.replaceFirst(".*/", ""));
    }

    @Test
    void an_entry_is_kept_under_its_own_id_and_based_on_its_order() {
        homework.orders(order("log", "", AS_NEEDED));
        String api = browser.get(opened + "log/log").location().replace("/log/log/", "/api/log/log/");

        assertThat(browser.get(api).json().at("/questionnaire/id").asString()).isEqualTo("diary");
        Page kept = browser.sendJson(
                "PUT",
                api,
                "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\","
                        + "\"item\":[{\"linkId\":\"thought\",\"answer\":[{\"valueString\":\"mine\"}]}]}",
                "Sec-Fetch-Site",
                "same-origin",
                "X-CSRF-TOKEN",
                browser.get(opened).hidden("_csrf"));

        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(homework.kept).containsOnlyKeys(api.replaceFirst(".*/", ""));
        assertThat(homework.only().at("/basedOn/0/reference").asString()).isEqualTo("ServiceRequest/log");
        assertThat(homework.only().path("extension").isMissingNode()).isTrue();
        assertThat(browser.get(api.replaceFirst("/[^/]*$", "/not-a-uuid")).status())
                .isEqualTo(404);
        assertThat(browser.get(api.replace("/log/log/", "/log/theirs/")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Tokyo", "Pacific/Pago_Pago", "Pacific/Kiritimati"})
    void none_today_is_said_once_whatever_day_it_is_on_the_wall_of_its_order(String zone) {
        homework.orders(order("log", extension("timezone", "\"valueCode\":\"" + zone + "\""), AS_NEEDED));

        assertThat(post("none-today/log", Map.of()).location()).endsWith("/?said=none");
        assertThat(post("none-today/log", Map.of()).location()).endsWith("/?said=none");

        assertThat(homework.puts(ehr)).hasSize(1);
        JsonNode response = homework.only();
        assertThat(response.at("/extension/0/url").asString()).endsWith("/none-today");
        assertThat(response.path("status").asString()).isEqualTo("completed");
        assertThat(response.path("questionnaire").asString()).isEqualTo("https://example.org/Questionnaire/diary|1");
        assertThat(response.path("authored").asString()).matches(".*T.*[+-]\\d\\d:\\d\\d|.*Z");
        assertThat(response.path("item").isMissingNode()).isTrue();
        assertThat(words(today())).contains("None today. Noted.").doesNotContain("None today None today");
    }

    @Test
    void a_log_of_somebody_else_is_not_there() {
        homework.orders(order("log", "", AS_NEEDED));

        assertThat(post("none-today/theirs", Map.of()).status()).isEqualTo(404);
        assertThat(homework.kept).isEmpty();
    }

    private String today() {
        Page page = browser.get(opened);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private Page post(String path, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("_csrf", browser.get(opened).hidden("_csrf"));
        return browser.post(opened + path, all, "Sec-Fetch-Site", "same-origin");
    }

    static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
