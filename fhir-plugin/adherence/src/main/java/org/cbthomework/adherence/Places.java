package org.cbthomework.adherence;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cbthomework.adherence.schedule.Occasion;
import org.cbthomework.adherence.schedule.Window;

/** The occasions of an assignment as places to be filled, each once. */
final class Places {

    private static final int NONE = -1;

    private final List<Occasion> occasions;
    private final Map<Integer, Submission> filled = new HashMap<>();
    private final NavigableSet<Integer> free = new TreeSet<>();
    private final Instant[] graceUpTo;

    /** Takes occasions in {@link Occasion#IN_ORDER}. */
    Places(List<Occasion> occasions) {
        this.occasions = occasions;
        this.graceUpTo = new Instant[occasions.size()];
        Instant latest = Instant.MIN;
        for (int place = 0; place < graceUpTo.length; place++) {
            Instant graceEnds = window(place).graceEnds();
            latest = graceEnds.isAfter(latest) ? graceEnds : latest;
            graceUpTo[place] = latest;
        }
        free.addAll(IntStream.range(0, occasions.size()).boxed().toList());
    }

    Optional<Submission> at(int place) {
        return Optional.ofNullable(filled.get(place));
    }

    boolean isFree(int place) {
        return free.contains(place);
    }

    void fill(int place, Submission submission) {
        free.remove(place);
        filled.put(place, submission);
    }

    /**
     * The free place whose time holds the moment: one whose window does, the first to close; else one whose grace does, the
     * last to close.
     */
    OptionalInt holding(Instant moment) {
        int open = NONE;
        int graced = NONE;
        for (int place : openedBy(moment)) {
            if (!graceUpTo[place].isAfter(moment)) {
                break;
            }
            Window window = window(place);
            if (window.contains(moment)) {
                open = open == NONE || !window.closes().isAfter(window(open).closes()) ? place : open;
            } else if (window.graces(moment)) {
                graced =
                        graced == NONE || window.closes().isAfter(window(graced).closes()) ? place : graced;
            }
        }
        int found = open == NONE ? graced : open;
        return found == NONE ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** The latest free place that is over at the moment, grace and all. */
    OptionalInt latestOver(Instant moment) {
        return openedBy(moment).stream()
                .mapToInt(Integer::intValue)
                .filter(place -> window(place).isOverAt(moment))
                .findFirst();
    }

    /** The free places that have opened by the moment, the latest first. */
    private NavigableSet<Integer> openedBy(Instant moment) {
        return free.headSet(opened(moment), false).descendingSet();
    }

    /** How many occasions have opened by the moment. */
    private int opened(Instant moment) {
        int low = 0;
        int high = occasions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (window(middle).opens().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Window window(int place) {
        return occasions.get(place).window();
    }
}
