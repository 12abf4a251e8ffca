package org.cbthomework.launch.assign;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cbthomework.launch.assign.LibraryEntry.Choice;

/**
 * What a clinician looks for in the library; what is empty is not asked for.
 *
 * @param words each of which the worksheet must have somewhere in what it says of itself
 * @param kind its code, as that of {@code concern} and {@code stage}
 * @param language as a BCP 47 tag
 * @param minutes at most; 0 for any
 */
public record Filter(String words, String kind, String concern, String stage, String language, int minutes) {

    static final int LONGEST = 100;

    public Filter {
        words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    public boolean isEmpty() {
        return words.isBlank()
                && kind.isEmpty()
                && concern.isEmpty()
                && stage.isEmpty()
                && language.isEmpty()
                && minutes == 0;
    }

    boolean takes(LibraryEntry entry) {
        return isAmong(kind, entry.kinds())
                && isAmong(concern, entry.concerns())
                && isAmong(stage, entry.stages())
                && (language.isEmpty() || entry.languages().contains(language))
                && (minutes == 0 || entry.minutes() <= minutes)
                && says(entry);
    }

    private static boolean isAmong(String code, List<Choice> choices) {
        return code.isEmpty() || choices.stream().anyMatch(each -> each.code().equals(code));
    }

    private boolean says(LibraryEntry entry) {
        String text = plain(String.join(
                " ",
                Stream.concat(
                                Stream.of(entry.title(), entry.patientTitle(), entry.about(), entry.purpose()),
                                Stream.of(entry.kinds(), entry.concerns(), entry.stages())
                                        .flatMap(List::stream)
                                        .map(Choice::display))
                        .toList()));
        return Arrays.stream(plain(words).split("\\s+")).allMatch(text::contains);
    }

    /** Without case and accents, so that nobody has to write them. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .trim();
    }
}
