package org.cbthomework.launch.assign;

import java.util.List;
import org.cbthomework.launch.assign.LibraryEntry.Choice;

/**
 * The library for one patient, as far as it was asked for.
 *
 * @param usedBefore what this patient had already, the latest first
 * @param others all else, by title
 * @param total how many there are, found or not
 */
public record LibraryOf(List<LibraryEntry> usedBefore, List<LibraryEntry> others, int total, Choices choices) {

    public LibraryOf {
        usedBefore = List.copyOf(usedBefore);
        others = List.copyOf(others);
    }

    public int found() {
        return usedBefore.size() + others.size();
    }

    /** What there is to filter by: what the library really has. */
    public record Choices(List<Choice> kinds, List<Choice> concerns, List<Choice> stages, List<Choice> languages) {

        public Choices {
            kinds = List.copyOf(kinds);
            concerns = List.copyOf(concerns);
            stages = List.copyOf(stages);
            languages = List.copyOf(languages);
        }
    }
}
