package org.cbthomework.questionnaires.lint;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words and sentences, as a reader counts them. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.!?])[”»\")]*\\s+");

    private Words() {}

    static long count(String text) {
        return WORD.matcher(text).results().count();
    }

    static Stream<String> sentences(String text) {
        return END_OF_SENTENCE.splitAsStream(text);
    }
}
