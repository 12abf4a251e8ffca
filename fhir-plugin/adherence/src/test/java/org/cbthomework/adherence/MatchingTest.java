package org.cbthomework.adherence;

import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cbthomework.adherence.Homework.daily;
import static org.cbthomework.adherence.Homework.diary;
import static org.cbthomework.adherence.Homework.diaryIn;
import static org.cbthomework.adherence.Homework.practice;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cbthomework.adherence.HandIn.Author;
import org.cbthomework.adherence.Submission.State;
import org.cbthomework.adherence.schedule.AtTimes;
import org.cbthomework.adherence.schedule.Days;
import org.cbthomework.adherence.schedule.Quota;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("domain")
class MatchingTest {

    private static Outcome only(Homework homework) {
        assertThat(homework.adherence().occasions()).hasSize(1);
        return homework.adherence().occasions().get(0).outcome();
    }

    private static Homework oneEvening() {
        return diary().from("2026-03-03", "2026-03-03", daily("20:00"));
    }

    private static List<Outcome> outcomes(Homework homework) {
        return homework.adherence().occasions().stream().map(Judged::outcome).toList();
    }

    @Test
    void an_evening_diary_opens_at_17_and_is_extra_before() {
        assertThat(only(oneEvening().done("2026-03-03T17:00"))).isEqualTo(Outcome.ON_TIME);
        Homework tooEarly = oneEvening().done("2026-03-03T16:59");
        assertThat(only(tooEarly)).isEqualTo(Outcome.MISSED);
        assertThat(tooEarly.adherence().extras()).hasSize(1);
    }

    @Test
    void a_morning_measure_opens_an_hour_before() {
        Homework morning = diary().from("2026-03-03", "2026-03-03", daily("08:00"));
        assertThat(only(morning.done("2026-03-03T07:00"))).isEqualTo(Outcome.ON_TIME);
        Homework before = diary().from("2026-03-03", "2026-03-03", daily("08:00"));
        assertThat(only(before.done("2026-03-03T06:59"))).isEqualTo(Outcome.MISSED);
    }

    @Test
    void midnight_belongs_to_the_grace_and_noon_ends_it() {
        assertThat(only(oneEvening().done("2026-03-04T00:00"))).isEqualTo(Outcome.LATE);
        assertThat(only(oneEvening().done("2026-03-04T11:59:59"))).isEqualTo(Outcome.LATE);
        assertThat(only(oneEvening().done("2026-03-04T12:00"))).isEqualTo(Outcome.BACK_FILLED);
    }

    @Test
    void a_slot_closes_when_the_next_one_comes() {
        AtTimes twiceADay = AtTimes.of(Days.daily(), LocalTime.of(8, 0), LocalTime.of(12, 0));
        Homework homework =
                diary().from("2026-03-03", "2026-03-03", twiceADay).done("2026-03-03T12:01", "2026-03-03T12:02");

        assertThat(outcomes(homework)).containsExactly(Outcome.LATE, Outcome.ON_TIME);
    }

    @Test
    void a_named_occasion_comes_before_the_one_that_the_time_suggests() {
        Homework homework = diary().from("2026-03-02", "2026-03-03", daily("20:00"))
                .add(Sent.at("2026-03-03T20:00").forOccasion("2026-03-02T20:00"));

        assertThat(outcomes(homework)).containsExactly(Outcome.BACK_FILLED, Outcome.MISSED);
    }

    @Test
    void a_second_response_that_names_the_same_occasion_is_extra() {
        Homework homework = diary().from("2026-03-02", "2026-03-03", daily("20:00"))
                .add(Sent.at("2026-03-03T20:00").forOccasion("2026-03-03T20:00"))
                .add(Sent.at("2026-03-03T20:05").forOccasion("2026-03-03T20:00"));

        assertThat(outcomes(homework)).containsExactly(Outcome.MISSED, Outcome.ON_TIME);
        assertThat(homework.adherence().extras())
                .extracting(each -> each.submission().id())
                .containsExactly("response-2");
    }

    @Test
    void a_name_that_the_schedule_does_not_know_leaves_the_time_to_decide() {
        assertThat(only(oneEvening().add(Sent.at("2026-03-03T20:00").forOccasion("2025-01-01T20:00"))))
                .isEqualTo(Outcome.ON_TIME);
    }

    @Test
    void a_diary_named_before_its_window_is_extra_unless_early_is_allowed() {
        Sent early = Sent.at("2026-03-02T20:00").forOccasion("2026-03-03T20:00");
        assertThat(only(oneEvening().add(early))).isEqualTo(Outcome.MISSED);
        assertThat(only(oneEvening().windows(rule -> rule.allowingEarly(true)).add(early)))
                .isEqualTo(Outcome.ON_TIME);
    }

    @Test
    void a_diary_named_a_month_ahead_fills_no_nearer_one_neither_now_nor_later() {
        Homework homework = diary().from("2026-03-02", "2026-04-30", daily("20:00"))
                .add(Sent.at("2026-03-02T20:00").forOccasion("2026-04-02T20:00"));

        for (String asked : List.of("2026-03-02T21:00", "2026-04-01T12:00", "2026-05-30T12:00")) {
            assertThat(homework.asked(asked).adherence().done()).as(asked).isZero();
            assertThat(homework.adherence().extras()).as(asked).hasSize(1);
        }
    }

    @Test
    void a_draft_is_pending_while_there_is_time_and_partial_after() {
        Sent draft = Sent.at("2026-03-03T20:00").state(State.DRAFT);
        assertThat(only(oneEvening().add(draft).asked("2026-03-04T11:59"))).isEqualTo(Outcome.PENDING);
        assertThat(only(oneEvening().add(draft).asked("2026-03-04T12:00"))).isEqualTo(Outcome.PARTIAL);
    }

    @Test
    void a_part_handed_in_beside_the_whole_does_not_spoil_the_day_before() {
        Homework homework = diary().from("2026-03-02", "2026-03-03", daily("20:00"))
                .add(Sent.at("2026-03-03T20:00").state(State.STOPPED))
                .done("2026-03-03T20:30");

        assertThat(outcomes(homework)).containsExactly(Outcome.MISSED, Outcome.ON_TIME);
    }

    @Test
    void a_part_for_a_past_day_is_told_of_that_day() {
        Homework homework = oneEvening().add(Sent.at("2026-03-04T14:00").state(State.STOPPED));
        assertThat(only(homework)).isEqualTo(Outcome.PARTIAL);
    }

    @Test
    void a_part_handed_in_during_an_excuse_or_for_it_says_nothing_of_an_older_day() {
        Sent part = Sent.at("2026-03-06T20:00").state(State.STOPPED);
        Homework during = oneEvening().excused("2026-03-06T00:00", "2026-03-07T00:00");
        Homework forIt = diary().from("2026-03-03", "2026-03-04", daily("20:00"))
                .excused("2026-03-04T00:00", "2026-03-05T00:00");

        assertThat(only(during.add(part))).isEqualTo(Outcome.MISSED);
        assertThat(outcomes(forIt.add(part.forOccasion("2026-03-04T20:00"))))
                .containsExactly(Outcome.MISSED, Outcome.EXCUSED);
    }

    @Test
    void the_current_bucket_of_a_quota_counts_what_is_done_and_leaves_the_rest_open() {
        Adherence adherence = practice()
                .fromOn("2026-03-02T10:00", new Quota(3, 1, WEEKS))
                .done("2026-03-03T10:00")
                .asked("2026-03-05T10:00")
                .adherence();

        assertThat(adherence.doneOfDue()).isEqualTo(new Headline.Counted(1, 1));
        assertThat(adherence.count(Outcome.PENDING)).isEqualTo(2);
    }

    @Test
    void a_traveller_s_diary_belongs_to_the_evening_of_his_wall_clock() {
        Homework homework = diaryIn("America/New_York")
                .from("2026-05-03", "2026-05-04", daily("20:00"))
                .add(Sent.at("2026-05-04T20:30:00+09:00"));

        assertThat(outcomes(homework)).containsExactly(Outcome.MISSED, Outcome.ON_TIME);
    }

    @Test
    void a_time_in_z_carries_no_wall_clock_and_is_read_at_home() {
        Homework homework = diary().from("2026-03-03", "2026-03-03", daily("20:00"));
        HandIn.Authored zulu = new HandIn.Authored(Instant.parse("2026-03-03T19:30:00Z"), Optional.empty());
        HandIn handIn = new HandIn(Optional.of(zulu), zulu.moment(), Author.PATIENT);
        Submission submission = new Submission("z", State.COMPLETED, handIn, Sent.WHOLE, Optional.empty());

        assertThat(homework.assignment()
                        .measure(List.of(submission), Instant.parse("2027-01-01T00:00:00Z"))
                        .count(Outcome.ON_TIME))
                .isEqualTo(1);
    }

    @Test
    void a_diary_done_offline_keeps_its_time_and_is_told_as_received_late() {
        Homework homework = oneEvening().add(Sent.at("2026-03-03T20:10").received("2026-03-05T09:00"));

        assertThat(only(homework)).isEqualTo(Outcome.ON_TIME);
        assertThat(homework.adherence().receivedLate()).isEqualTo(1);
    }

    @Test
    void a_patient_s_clock_a_year_off_leaves_the_receipt_to_decide() {
        Homework homework = oneEvening().add(Sent.at("2025-03-03T20:10").received("2026-03-04T09:00"));

        assertThat(only(homework)).isEqualTo(Outcome.LATE);
    }

    @Test
    void a_clinician_who_transcribes_and_an_import_are_believed() {
        for (Author author : List.of(Author.CLINICIAN, Author.SYSTEM)) {
            Homework homework = oneEvening()
                    .add(Sent.at("2026-03-03T20:10")
                            .received("2026-06-04T09:00")
                            .by(author));
            assertThat(only(homework)).isEqualTo(Outcome.ON_TIME);
            assertThat(homework.adherence().receivedLate()).isZero();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_delivery_and_repeated_delivery_change_nothing(long seed) {
        Random random = AnyHomework.seeded(seed);
        Homework homework = random.nextBoolean()
                ? diary().from("2026-03-20", "2026-04-10", daily("20:00"))
                : practice().from("2026-03-20", "2026-04-10", new Quota(1 + random.nextInt(4), 1, WEEKS));
        IntStream.range(0, random.nextInt(40)).forEach(i -> homework.add(anything(random)));
        List<Submission> shuffled = new ArrayList<>(homework.submissions());
        shuffled.addAll(homework.submissions());
        Collections.shuffle(shuffled, random);

        Adherence inOrder = homework.adherence();
        Adherence outOfOrder = homework.assignment().measure(shuffled, inOrder.asOf());

        assertThat(outOfOrder).as("seed %d", seed).isEqualTo(inOrder);
        assertThat(inOrder.done() + inOrder.extras().size())
                .as("every complete response is either done or extra, seed %d", seed)
                .isEqualTo((int) homework.submissions().stream()
                        .filter(each -> each.completes(1.0))
                        .count());
        assertThat(inOrder.done()).isLessThanOrEqualTo(inOrder.due());
    }

    private static Sent anything(Random random) {
        String time = "2026-%02d-%02dT%02d:%02d"
                .formatted(3 + random.nextInt(2), 1 + random.nextInt(28), random.nextInt(24), random.nextInt(60));
        Sent sent = Sent.at(time).state(List.of(State.values()).get(random.nextInt(State.values().length)));
        return random.nextInt(3) == 0
                ? sent.forOccasion("2026-03-%02dT20:00".formatted(20 + random.nextInt(12)))
                : sent;
    }
}
