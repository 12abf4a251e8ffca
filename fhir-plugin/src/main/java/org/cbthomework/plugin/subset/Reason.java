package org.cbthomework.plugin.subset;

/**
 * Why a Questionnaire is outside the subset.
 *
 * @param rule the id of the rule in the list
 * @param linkId of the item it is about; empty for the Questionnaire itself
 * @param expression where it stands, such as {@code Questionnaire.item[0]}
 * @param says what is wrong, and what to do instead
 */
record Reason(String rule, String linkId, String expression, String says) {

    /** In a sentence that names the item. */
    String sentence() {
        return (linkId.isEmpty() ? "The worksheet " : "The item '" + linkId + "' ") + says;
    }
}
