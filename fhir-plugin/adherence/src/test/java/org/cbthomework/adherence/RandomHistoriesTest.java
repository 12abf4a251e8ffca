package org.cbthomework.adherence;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cbthomework.adherence.AnyDeliveries.Ledger;
import org.cbthomework.adherence.schedule.Occasion;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of histories of homework: what must hold of every one, whatever was sent and in whatever order. */
@Tag("domain")
class RandomHistoriesTest {

    private static final LocalDate LONG_BEFORE = LocalDate.of(2000, 1, 1);
    private static final LocalDate LONG_AFTER = LocalDate.of(2100, 1, 1);

    static LongStream seeds() {
        return LongStream.range(0, 3_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_ledger_kept_as_it_comes_tells_what_a_replay_in_another_order_tells(long seed) {
        Told told = Told.upTo(seed);
        List<Submission> replayed =
                new Ledger().recording(told.any().inAnotherOrder(told.log())).rows();

        assertThat(told.assignment().measure(replayed, told.asOf()))
                .as("seed %d", seed)
                .isEqualTo(told.adherence());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_response_and_every_occasion_counts_once(long seed) {
        Told told = Told.upTo(seed);
        Adherence adherence = told.adherence();
        long complete = told.handedIn().stream()
                .filter(each -> each.completes(told.assignment().threshold()))
                .count();
        List<String> used = Stream.concat(
                        adherence.occasions().stream()
                                .filter(each -> each.outcome().isDone())
                                .flatMap(each -> each.answer().stream()),
                        adherence.extras().stream().map(Adherence.Extra::submission))
                .map(Submission::id)
                .toList();

        assertThat(used).as("seed %d", seed).doesNotHaveDuplicates().hasSize((int) complete);
        assertThat(adherence.done() + adherence.extras().size())
                .as("seed %d", seed)
                .isEqualTo((int) complete);
        assertThat(adherence.occasions())
                .as("seed %d", seed)
                .extracting(each -> each.occasion().key())
                .doesNotHaveDuplicates();
        assertThat(adherence.occasions().stream()
                        .filter(each ->
                                each.occasion().excused() && each.answer().isPresent()))
                .as("seed %d: excused and filled", seed)
                .isEmpty();
        assertThat(Stream.of(Outcome.values()).mapToInt(adherence::count).sum())
                .as("seed %d", seed)
                .isEqualTo(adherence.occasions().size());
        assertThat(adherence.inTime()).as("seed %d", seed).isLessThanOrEqualTo(adherence.done());
        assertThat(adherence.done()).as("seed %d", seed).isLessThanOrEqualTo(adherence.due());
        if (told.assignment().isEventContingent()) {
            assertThat(adherence.occasions()).as("seed %d", seed).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_was_due_stays_due(long seed) {
        Told told = Told.upTo(seed);
        Instant later = told.asOf().plus(Duration.ofHours(told.random().nextInt(400)));

        assertThat(due(told.assignment().measure(told.rows(), later)))
                .as("seed %d", seed)
                .containsAll(due(told.adherence()));
    }

    private static Set<OccasionKey> due(Adherence adherence) {
        return adherence.occasions().stream()
                .filter(each -> each.outcome().isDue())
                .map(each -> each.occasion().key())
                .collect(toSet());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_parts_of_a_history_sum_to_the_whole(long seed) {
        Told told = Told.upTo(seed);
        Adherence whole = told.adherence();
        LocalDate cut = AnyHomework.FIRST.plusDays(told.random().nextInt(AnyHomework.DAYS));
        Adherence before = whole.within(LONG_BEFORE, cut.minusDays(1));
        Adherence after = whole.within(cut, LONG_AFTER);

        for (Outcome outcome : Outcome.values()) {
            assertThat(before.count(outcome) + after.count(outcome))
                    .as("seed %d: %s", seed, outcome)
                    .isEqualTo(whole.count(outcome));
        }
        assertThat(before.extras().size() + after.extras().size())
                .as("seed %d", seed)
                .isEqualTo(whole.extras().size());
        assertThat(before.monitoring().asked().size()
                        + after.monitoring().asked().size())
                .as("seed %d", seed)
                .isEqualTo(whole.monitoring().asked().size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_streak_is_what_one_counts_by_hand(long seed) {
        Adherence adherence = Told.upTo(seed).adherence();
        String due = adherence.occasions().stream()
                .filter(each -> each.outcome().isDue())
                .map(each -> each.outcome().isDone() ? "+" : "-")
                .reduce("", String::concat);

        assertThat(adherence.streak()).as("seed %d: %s", seed, due).isEqualTo(due.length() - due.lastIndexOf('-') - 1);
        assertThat(adherence.missedInARow())
                .as("seed %d: %s", seed, due)
                .isEqualTo(due.length() - due.lastIndexOf('+') - 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void matching_is_what_the_words_of_the_definition_say(long seed) {
        Told told = Told.upTo(seed);
        LocalDate today = told.asOf().atZone(told.assignment().zone()).toLocalDate();
        List<Occasion> occasions = told.assignment().occasions(today.plusYears(1));
        NaiveMatching naive = new NaiveMatching(told.assignment(), occasions, told.handedIn());
        Adherence adherence = told.adherence();

        assertThat(adherence.occasions().stream()
                        .map(each -> each.occasion().key() + " " + each.outcome() + " "
                                + each.answer().map(Submission::id).orElse("nothing")))
                .as("seed %d: %s", seed, told.assignment())
                .containsExactlyElementsOf(occasions.stream()
                        .filter(each -> naive.outcome(each, told.asOf()).isDone()
                                || !each.day().isAfter(today))
                        .map(each -> naive.told(each, told.asOf()))
                        .toList());
        assertThat(new HashSet<>(adherence.extras().stream()
                        .map(each -> each.submission().id())
                        .toList()))
                .as("seed %d", seed)
                .isEqualTo(new HashSet<>(naive.extras()));
    }
}
