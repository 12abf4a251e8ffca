package org.cbthomework.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cbthomework.questionnaires.CalculatedValuesTest.Calculated;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sums of the sleep diary: across midnight, and empty where an answer is missing or the times contradict. */
class SleepDiaryTest {

    private final QuestionnaireResponse night = new QuestionnaireResponse();

    {
        answer("bed-time", new TimeType("22:45:00"));
        answer("sleep-try-time", new TimeType("23:15:00"));
        answer("slept", new BooleanType(true));
        answer("sleep-latency", new IntegerType(50));
        answer("awakenings", new IntegerType(2));
        answer("minutes-awake", new IntegerType(35));
        answer("wake-time", new TimeType("05:50:00"));
        answer("rise-time", new TimeType("06:45:00"));
    }

    @Test
    void a_night_across_midnight() {
        assertThat(asleep()).containsExactly("310");
        assertThat(inBed()).containsExactly("480");
        assertThat(efficiency()).containsExactly("65");
    }

    @ParameterizedTest
    @CsvSource({
        "00:30:00, 01:10:00, 05:50:00, 06:45:00, 195, 375, 52",
        "23:59:00, 00:00:00, 08:00:00, 08:09:00, 395, 490, 81",
        "07:45:00, 08:00:00, 14:25:00, 15:00:00, 300, 435, 69",
    })
    void to_bed_after_midnight_or_by_day(
            String bed, String tried, String woke, String rose, String asleep, String inBed, String efficiency) {
        answer("bed-time", new TimeType(bed));
        answer("sleep-try-time", new TimeType(tried));
        answer("wake-time", new TimeType(woke));
        answer("rise-time", new TimeType(rose));

        assertThat(asleep()).containsExactly(asleep);
        assertThat(inBed()).containsExactly(inBed);
        assertThat(efficiency()).containsExactly(efficiency);
    }

    @Test
    void who_slept_through_is_not_asked_for_minutes_awake() {
        answer("awakenings", new IntegerType(0));
        leaveOut("minutes-awake");
        assertThat(asleep()).containsExactly("345");
        assertThat(efficiency()).containsExactly("72");
    }

    @Test
    void who_did_not_sleep_slept_no_minutes() {
        answer("slept", new BooleanType(false));
        Stream.of("sleep-latency", "awakenings", "minutes-awake", "wake-time").forEach(this::leaveOut);
        assertThat(asleep()).containsExactly("0");
        assertThat(inBed()).containsExactly("480");
        assertThat(efficiency()).containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bed-time",
                "sleep-try-time",
                "slept",
                "sleep-latency",
                "awakenings",
                "minutes-awake",
                "wake-time",
                "rise-time"
            })
    void with_an_answer_missing_nothing_is_guessed(String missing) {
        boolean ofTheBed = missing.equals("bed-time") || missing.equals("rise-time");
        leaveOut(missing);
        assertThat(efficiency()).isEmpty();
        assertThat(asleep().isEmpty()).isEqualTo(!ofTheBed);
        assertThat(inBed().isEmpty()).isEqualTo(ofTheBed);
    }

    @Test
    void times_that_contradict_each_other_have_no_result() {
        answer("rise-time", new TimeType("22:45:00"));
        assertThat(inBed()).isEmpty();
        assertThat(efficiency()).isEmpty();

        answer("sleep-latency", new IntegerType(600));
        assertThat(asleep()).isEmpty();
    }

    @Test
    void nobody_sleeps_longer_than_the_time_in_bed() {
        answer("sleep-try-time", new TimeType("19:00:00"));
        assertThat(efficiency()).isEmpty();
    }

    @Test
    void the_patient_is_not_shown_a_share() {
        assertThat(Calculated.all()
                        .filter(each -> each.worksheet().equals("sleep-diary"))
                        .filter(each -> !each.item()
                                .hasExtension("http://hl7.org/fhir/StructureDefinition/questionnaire-hidden")))
                .extracting(each -> each.item().getLinkId())
                .containsExactly("time-asleep");
    }

    private List<String> asleep() {
        return value("time-asleep");
    }

    private List<String> inBed() {
        return value("time-in-bed");
    }

    private List<String> efficiency() {
        return value("sleep-efficiency");
    }

    private List<String> value(String linkId) {
        Predicate<Calculated> named = each -> each.worksheet().equals("sleep-diary")
                && each.item().getLinkId().equals(linkId);
        return Calculated.all().filter(named).findFirst().orElseThrow().valueOn(night);
    }

    private void answer(String linkId, Type value) {
        leaveOut(linkId);
        night.addItem().setLinkId(linkId).addAnswer().setValue(value);
    }

    private void leaveOut(String linkId) {
        night.getItem().removeIf(item -> item.getLinkId().equals(linkId));
    }
}
