package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("server")
class AssignProblemsTest extends AssigningFixture {

    @Test
    void whoever_is_not_sure_begins_smaller_once_the_clinician_has_chosen() {
        Page asked = assign("diary", Map.of("confidence", "5"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("href=\"#plan-smaller\"");
        assertThat(checked(asked.body())).contains("confidence 5").noneMatch(each -> each.startsWith("smaller"));
        assertThat(records.all("ServiceRequest")).isEmpty();

        assertThat(assign("diary", Map.of("confidence", "5", "smaller", "ONE_A_WEEK"))
                        .status())
                .isEqualTo(302);

        assertThat(stored().at("/occurrenceTiming/repeat/frequency").asInt()).isEqualTo(1);
        assertThat(ours(stored(), "confidence").path("valueInteger").asInt()).isEqualTo(5);
    }

    @Test
    void a_dose_that_was_to_be_kept_is_kept_and_one_that_is_sure_is_not_made_smaller() {
        assign("diary", Map.of("confidence", "6", "smaller", "KEEP"));
        assign("diary", Map.of("confidence", "7", "smaller", "ONE_A_WEEK"));

        assertThat(records.all("ServiceRequest"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(
                                each.at("/occurrenceTiming/repeat/frequency").asInt())
                        .isEqualTo(3));
    }

    @Test
    void the_same_form_sent_twice_is_one_assignment_and_one_told_otherwise_is_asked_about() {
        String address = browser.open(ehr, "public").location() + "assign/diary";
        Map<String, String> form = form(browser.get(address), Map.of());

        Page first = post(address, form);
        Page second = post(address, form);
        form.put("why", "Something else");
        Page changed = post(address, form);

        assertThat(first.status()).isEqualTo(302);
        assertThat(second.status()).isEqualTo(302);
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.body()).contains("assigned already", "Something else");
        assertThat(changed.hidden("key")).isNotEqualTo(form.get("key"));
        assertThat(stored().at("/meta/versionId").asString()).isEqualTo("1");
    }

    @Test
    void what_the_server_refuses_comes_back_with_its_words_and_with_all_that_was_written() {
        answersWrites(new Answer(
                422,
                Map.of("Content-Type", "application/fhir+json"),
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"invalid\","
                        + "\"details\":{\"text\":\"The zone is not known; give one\"}}]}"));

        Page refused = assign(
                "diary",
                Map.of("why", "Because of <b>choir</b>", "confidence", "9", "if", "it rains", "then", "at home"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("The zone is not known; give one", "Because of &lt;b&gt;choir", "it rains", "at home");
        assertThat(checked(refused.body())).contains("confidence 9");
    }

    @Test
    void a_server_that_does_not_answer_loses_nothing_and_the_same_form_stores_it_later() {
        String address = browser.open(ehr, "public").location() + "assign/diary";
        Map<String, String> form = form(browser.get(address), Map.of());
        answersWrites(Answer.status(503));

        Page away = post(address, form);
        ehr.scriptBelow("/public/fhir/ServiceRequest", records::answer);

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.hidden("key")).isEqualTo(form.get("key"));
        assertThat(post(address, form).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "why;  ; why; Say why this homework",
                "goal; nobodys; goal; not among the patient",
                "goal; NEW; goal-new; Write the goal",
                "dose; HOURLY; dose; Choose how often",
                "day; mon; day; 3 times a week, and 1 day is ticked",
                "time; EVE; day; Tick the days",
                "time; CLOCK; clock; Say at which time",
                "start; tomorrow; start; tomorrow is no date",
                "start; 2020-01-01; start; cannot begin in the past",
                "start; 2999-01-01; start; more than a year",
                "weeks; 99; weeks; 99 is no number of weeks",
                "if; it rains; then; two halves",
                "confidence; 11; confidence; 11 is not between 0 and 10",
                "agreed; yes; confidence; Ask how sure the patient is"
            })
    void each_thing_that_is_wrong_is_said_with_what_to_do_and_leads_to_its_field(
            String field, String value, String at, String words) {
        Page page = assign("diary", Map.of(field, value == null ? "" : value));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("href=\"#plan-" + at + "\"", words, "id=\"plan-" + at + "\"");
        assertThat(records.all("ServiceRequest")).isEmpty();
    }

    private void answersWrites(Answer answer) {
        ehr.scriptBelow(
                "/public/fhir/ServiceRequest", asked -> asked.method().equals("PUT") ? answer : records.answer(asked));
    }
}
