package org.cbthomework.questionnaires.lint;

import java.util.List;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.Questionnaire;

/** The rules for every worksheet. */
final class Lints {

    static final List<Lint<? super Questionnaire>> FOR_WORKSHEETS = List.of(
            new SameNotices(ParsedLibrary.copyOf(Questionnaire.class, "thought-record-5")),
            new Translated(),
            new ShortSentences(),
            new SpokenPace(),
            new LinkIds(),
            new FewRequired(),
            new Sliders(),
            new WorkedExamples(),
            new Particulars(),
            new Headers(),
            new VersionedReferences(),
            new DefinedCodes(),
            new Twins());

    private Lints() {}
}
