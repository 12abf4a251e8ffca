package org.cbthomework.adherence;

/**
 * How much of a worksheet was answered (rule 8).
 *
 * @param answered how many of the required and enabled questions have an answer; 0 and false are answers
 * @param required how many questions are required and enabled
 * @param anyAnswer whether there is any answer at all, required or not
 */
public record Completeness(int answered, int required, boolean anyAnswer) {

    public Completeness {
        if (answered < 0 || answered > required) {
            throw new IllegalArgumentException("A response answers " + answered + " of " + required
                    + " required questions; the first must lie between 0 and the second");
        }
    }

    /** The share answered, 0 to 1. Without required questions one answer is enough. */
    public double share() {
        if (required == 0) {
            return anyAnswer ? 1 : 0;
        }
        return (double) answered / required;
    }

    boolean reaches(double threshold) {
        return share() >= threshold;
    }
}
