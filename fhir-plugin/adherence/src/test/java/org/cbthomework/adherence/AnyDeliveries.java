package org.cbthomework.adherence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.cbthomework.adherence.HandIn.Author;
import org.cbthomework.adherence.HandIn.Authored;
import org.cbthomework.adherence.Submission.State;
import org.cbthomework.adherence.schedule.Occasion;
import org.cbthomework.adherence.schedule.OccasionKey;

/** Versions of any responses to an assignment, as a server is sent them. */
final class AnyDeliveries {

    private final Random random;
    private final Assignment assignment;
    private final AnyHomework homework;
    private final List<Occasion> occasions;

    AnyDeliveries(Random random, AnyHomework homework, Assignment assignment) {
        this.random = random;
        this.assignment = assignment;
        this.homework = homework;
        this.occasions = assignment.occasions(AnyHomework.FIRST.plusDays(AnyHomework.DAYS));
    }

    /** What a server keeps: one row for each response, the newest version with the first completion's hand-in. */
    static final class Ledger {
        private final Map<String, Submission> rows = new LinkedHashMap<>();
        private final Map<String, HandIn> firstCompletions = new HashMap<>();

        Ledger recording(List<Submission> deliveries) {
            deliveries.forEach(this::record);
            return this;
        }

        void record(Submission version) {
            HandIn handIn = firstCompletions.getOrDefault(version.id(), version.handIn());
            if (version.state() == State.COMPLETED || version.state() == State.NOTHING_TO_LOG) {
                firstCompletions.putIfAbsent(version.id(), version.handIn());
            }
            rows.put(
                    version.id(),
                    new Submission(version.id(), version.state(), handIn, version.completeness(), version.occasion()));
        }

        List<Submission> rows() {
            return List.copyOf(rows.values());
        }
    }

    /** The versions of all responses; those of one response follow one another, those of several are mixed. */
    List<Submission> all() {
        List<List<Submission>> lives = new ArrayList<>();
        List<Integer> turns = new ArrayList<>();
        int responses = random.nextInt(30);
        for (int i = 0; i < responses; i++) {
            List<Submission> life = life("response-" + i);
            lives.add(life);
            turns.addAll(Collections.nCopies(life.size(), i));
        }
        Collections.shuffle(turns, random);
        List<Submission> mixed = new ArrayList<>();
        turns.forEach(turn -> mixed.add(lives.get(turn).remove(0)));
        return mixed;
    }

    /** The same versions with the responses in another order. */
    List<Submission> inAnotherOrder(List<Submission> deliveries) {
        Map<String, List<Submission>> byResponse = new LinkedHashMap<>();
        deliveries.forEach(each ->
                byResponse.computeIfAbsent(each.id(), id -> new ArrayList<>()).add(each));
        List<List<Submission>> lives = new ArrayList<>(byResponse.values());
        Collections.shuffle(lives, random);
        return lives.stream().flatMap(List::stream).toList();
    }

    private List<Submission> life(String id) {
        Optional<OccasionKey> named = named();
        Instant moment = homework.moment(AnyHomework.DAYS, assignment.zone());
        List<Submission> life = new ArrayList<>();
        for (State state : states()) {
            Submission version = new Submission(id, state, handIn(moment), completeness(), named);
            life.add(version);
            if (random.nextInt(4) == 0) {
                life.add(version);
            }
            moment = moment.plus(Duration.ofMinutes(1 + random.nextInt(3000)));
        }
        return life;
    }

    private List<State> states() {
        return switch (random.nextInt(10)) {
            case 0 -> List.of(State.DRAFT);
            case 1 -> List.of(State.DRAFT, State.DRAFT, State.COMPLETED);
            case 2 -> List.of(State.COMPLETED, State.COMPLETED);
            case 3 -> List.of(State.COMPLETED, State.VOIDED);
            case 4 -> List.of(State.COMPLETED, State.VOIDED, State.COMPLETED);
            case 5 -> List.of(State.STOPPED);
            case 6 -> List.of(State.NOTHING_TO_LOG);
            default -> List.of(State.COMPLETED);
        };
    }

    private Optional<OccasionKey> named() {
        return switch (random.nextInt(5)) {
            case 0, 1 ->
                occasions.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                occasions.get(random.nextInt(occasions.size())).key());
            case 2 -> random.nextInt(4) == 0 ? Optional.of(new OccasionKey("2025-01-01T20:00")) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private HandIn handIn(Instant moment) {
        Author author = List.of(Author.values()).get(random.nextInt(3));
        Instant received = moment.plus(Duration.ofMinutes(random.nextInt(3) == 0 ? random.nextInt(15_000) - 20 : 0));
        ZoneOffset home = assignment.zone().getRules().getOffset(moment);
        return switch (random.nextInt(8)) {
            case 0 -> new HandIn(Optional.empty(), received, author);
            case 1 -> new HandIn(Optional.of(new Authored(moment, Optional.empty())), received, author);
            case 2 ->
                new HandIn(
                        Optional.of(Authored.at(moment.atOffset(ZoneOffset.ofHours(random.nextInt(27) - 12)))),
                        received,
                        author);
            default -> new HandIn(Optional.of(Authored.at(moment.atOffset(home))), received, author);
        };
    }

    private Completeness completeness() {
        return random.nextInt(4) == 0 ? new Completeness(random.nextInt(11), 10, true) : new Completeness(10, 10, true);
    }
}
