package org.cbthomework.plugin.worksheet;

/** Whether an item is shown to the patient. */
enum Showing {
    SHOWN,
    HIDDEN,

    /** Its condition cannot be evaluated here: it may be answered, and need not be. */
    UNTOLD;

    /** By its conditions, and by its expression if it has one. */
    static Showing of(Question question, Answers answers) {
        return Condition.enables(question.definition(), answers)
                ? question.showIf().by(answers.scope())
                : HIDDEN;
    }
}
