package org.cbthomework.questionnaires.lint;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;

/** No sentence of ours is longer than 20 words, in English or Spanish. */
record ShortSentences() implements Lint<Questionnaire> {

    private static final int MOST = 20;

    @Override
    public List<String> complaints(Questionnaire worksheet) {
        return PatientText.of(worksheet)
                .filter(text -> !text.instrument())
                .flatMap(text -> Stream.concat(Stream.of(text.english()), text.spanish().stream())
                        .flatMap(Words::sentences)
                        .filter(sentence -> Words.count(sentence) > MOST)
                        .map(sentence -> "%s has a sentence of %d words: %s"
                                .formatted(text.where(), Words.count(sentence), sentence)))
                .toList();
    }
}
