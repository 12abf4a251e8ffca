package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cbthomework.launch.harness.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Tag("server")
class AssignedOrdersTest extends AssigningFixture {

    @Test
    void what_is_agreed_is_stored_as_the_server_reads_it() {
        records.with(GOAL);

        Page done = assign(
                "diary",
                Map.of("confidence", "8", "agreed", "yes", "practised", "yes", "if", "too full", "then", "one line"));

        assertThat(done.status()).as(done.body()).isEqualTo(302);
        JsonNode order = stored();
        assertThat(order.path("status").asString()).isEqualTo("active");
        assertThat(order.path("intent").asString()).isEqualTo("order");
        assertThat(order.at("/code/coding/0/code").asString()).isEqualTo("homework");
        assertThat(order.at("/subject/reference").asString()).isEqualTo("Patient/p1");
        assertThat(order.at("/requester/reference").asString()).isEqualTo("Practitioner/pr1");
        assertThat(order.at("/basedOn/0/reference").asString()).isEqualTo("CarePlan/plan");
        assertThat(order.at("/reasonCode/0/text").asString()).isEqualTo("It helps, diary.");
        assertThat(order.at("/instantiatesCanonical/0").asString())
                .isEqualTo("https://example.org/ActivityDefinition/diary|1.0.0");
        assertThat(order.at("/requisition/value").asString())
                .isEqualTo("urn:uuid:" + order.path("id").asString());
        assertThat(ours(order, "worksheet").path("valueCanonical").asString())
                .isEqualTo("https://example.org/Questionnaire/diary|1.0.0");
        assertThat(OffsetDateTime.parse(
                                ours(order, "agreed").path("valueDateTime").asString())
                        .getOffset())
                .hasToString("+09:00");
        assertThat(ours(order, "agreement-requested").isMissingNode()).isTrue();
        assertThat(ours(order, "confidence").path("valueInteger").asInt()).isEqualTo(8);
        assertThat(ours(order, "practised-in-session").path("valueBoolean").asBoolean())
                .isTrue();
        assertThat(ours(order, "backup-plan").path("extension").toString())
                .contains("\"valueString\":\"too full\"", "\"valueString\":\"one line\"");
        assertThat(ours(order, "timezone").isMissingNode())
                .as("left to the server")
                .isTrue();
        assertThat(extension(order, "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal")
                        .at("/valueReference/reference")
                        .asString())
                .isEqualTo("Goal/sing");
        JsonNode plan = records.all("CarePlan").get(0);
        assertThat(plan.at("/activity/0/reference/reference").asString())
                .isEqualTo("ServiceRequest/" + order.path("id").asString());
        assertThat(plan.at("/goal/0/reference").asString()).isEqualTo("Goal/sing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "THREE_A_WEEK; ; ; {\"frequency\":3,\"period\":1,\"periodUnit\":\"wk\"}",
                "TWO_A_WEEK; mon thu; ; {\"frequency\":2,\"period\":1,\"periodUnit\":\"wk\",\"dayOfWeek\":[\"mon\",\"thu\"]}",
                "TWO_A_WEEK; mon thu; EVE; {\"frequency\":2,\"period\":1,\"periodUnit\":\"wk\",\"dayOfWeek\":[\"mon\",\"thu\"],\"when\":[\"EVE\"]}",
                "EVERY_DAY; ; 20:00; {\"frequency\":1,\"period\":1,\"periodUnit\":\"d\",\"timeOfDay\":[\"20:00:00\"]}",
                "EVERY_DAY; mon; ; {\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"}",
                "EVERY_SECOND_WEEK; ; ; {\"frequency\":1,\"period\":2,\"periodUnit\":\"wk\"}",
                "EVERY_SECOND_WEEK; fri; ; {\"frequency\":1,\"period\":2,\"periodUnit\":\"wk\",\"dayOfWeek\":[\"fri\"]}",
                "ONCE; ; ; {\"count\":1,\"frequency\":1,\"period\":1,\"periodUnit\":\"wk\"}",
                "WHEN_IT_HAPPENS; ; ; {}"
            })
    void each_kind_of_schedule_is_stored_as_a_Timing(String dose, String days, String time, String repeat) {
        String start = LocalDate.now(TOKYO).plusDays(3).toString();
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("dose", dose, "day", days == null ? "" : days, "start", start, "weeks", "2"));
        boolean isClock = time != null && time.contains(":");
        form.put("time", time == null ? "" : isClock ? "CLOCK" : time);
        form.put("clock", isClock ? time : "");

        assertThat(assign("diary", form).status()).isEqualTo(302);

        JsonNode order = stored();
        JsonNode told = order.at("/occurrenceTiming/repeat");
        assertThat(told.at("/boundsPeriod/start").asString()).isEqualTo(start);
        assertThat(told.at("/boundsPeriod/end").asString())
                .isEqualTo(LocalDate.parse(start).plusDays(13).toString());
        assertThat(fields(told.toString())).isEqualTo(fields(repeat));
        assertThat(order.path("asNeededBoolean").asBoolean()).isEqualTo(dose.equals("WHEN_IT_HAPPENS"));
        assertThat(ours(order, "agreement-requested").path("valueBoolean").asBoolean())
                .isTrue();
        assertThat(ours(order, "agreed").isMissingNode()).isTrue();
    }

    @Test
    void what_has_a_time_begins_now_so_that_no_time_of_today_that_is_over_is_expected() {
        assign("pause", Map.of());

        String start =
                stored().at("/occurrenceTiming/repeat/boundsPeriod/start").asString();
        assertThat(OffsetDateTime.parse(start))
                .isBetween(
                        OffsetDateTime.now(TOKYO).minusMinutes(2),
                        OffsetDateTime.now(TOKYO).plusMinutes(1));
        assertThat(OffsetDateTime.parse(start).toLocalDate()).isEqualTo(LocalDate.now(TOKYO));
    }

    @Test
    void the_form_begins_with_what_is_usual_and_then_with_the_last_time_but_never_with_what_only_the_patient_can_say() {
        String usual = plan("diary").body();
        assertThat(checked(usual))
                .contains("dose THREE_A_WEEK")
                .noneMatch(each -> each.startsWith("confidence") || each.startsWith("agreed"));
        assertThat(usual).contains("It helps, diary.", "Prefilled from the library");

        records.with(order(
                "before",
                "diary",
                "{\"frequency\":2,\"period\":1,\"periodUnit\":\"wk\",\"dayOfWeek\":[\"tue\",\"sat\"]}",
                "completed",
                false));
        String again = plan("diary").body();

        assertThat(checked(again))
                .contains("dose TWO_A_WEEK", "day tue", "day sat")
                .noneMatch(each -> each.startsWith("confidence"));
        assertThat(again).contains("as we said then", "Prefilled from the last time");
    }

    @Test
    void a_goal_that_is_written_becomes_a_Goal_of_the_patient() {
        assign("diary", Map.of("goal", "NEW", "goal-new", "walk to the market"));

        JsonNode goal = records.all("Goal").get(0);
        assertThat(goal.at("/description/text").asString()).isEqualTo("walk to the market");
        assertThat(goal.at("/subject/reference").asString()).isEqualTo("Patient/p1");
        assertThat(goal.at("/expressedBy/reference").asString()).isEqualTo("Patient/p1");
        assertThat(goal(stored()).path("reference").asString())
                .isEqualTo("Goal/" + goal.path("id").asString());
    }

    @Test
    void where_goals_may_not_be_written_the_words_of_one_stay_with_the_assignment() {
        granted(SCOPES);

        assertThat(assign("diary", Map.of("goal", "NEW", "goal-new", "walk to the market"))
                        .status())
                .isEqualTo(302);

        assertThat(goal(stored()).path("display").asString()).isEqualTo("walk to the market");
        assertThat(goal(stored()).has("reference")).isFalse();
        assertThat(ehr.asked()).noneMatch(asked -> asked.path().contains("/Goal"));
    }

    @Test
    void the_focal_mark_moves_if_the_clinician_says_so() {
        records.with(order("other", "pause", "{\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"}", "active", true));

        assertThat(plan("diary").body()).contains("instead of Short pause");
        assign("diary", Map.of("focal", "yes"));

        assertThat(records.all("ServiceRequest"))
                .filteredOn(each -> ours(each, "focal").path("valueBoolean").asBoolean())
                .singleElement()
                .satisfies(each -> assertThat(each.toString()).contains("/diary|"));
    }

    @Test
    void the_load_counts_what_the_patient_has_and_warns_of_a_third_daily() {
        records.with(order("one", "pause", "{\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"}", "active", false))
                .with(order(
                        "two",
                        "pause",
                        "{\"frequency\":1,\"period\":1,\"periodUnit\":\"d\",\"timeOfDay\":[\"08:00:00\"]}",
                        "active",
                        false))
                .with(order(
                        "over", "pause", "{\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"}", "completed", false));

        String page = plan("diary").body();

        // Twice 3 minutes a day, and 3 times 5 minutes in 7 days.
        assertThat(page).contains("With this: 2 daily and 1 weekly item, about 9 minutes a day");
        assertThat(page).contains("3 things to do every day is a lot");
    }
}
