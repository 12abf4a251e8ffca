package org.cbthomework.plugin.input;

import java.util.function.Supplier;

/**
 * What a number may look like. A decimal of FHIR has 18 digits or more; one of a million digits takes minutes to read,
 * and one with an exponent of a billion takes a billion characters to write.
 */
final class Numbers {

    /** Longer text of digits is refused before it is known whether it is a number. */
    private static final int LONGEST_TO_READ = 1000;

    private final Guards guards;

    Numbers(Guards guards) {
        this.guards = guards;
    }

    /** Holds a number to its bounds. */
    void check(String number, Supplier<String> where) {
        guards.hold(Rule.NUMBERS, isWithin(number), () -> message(where.get()));
    }

    /** Whether text, if it turned out to be a number, would be one out of bounds; refuses what is too long to find out. */
    boolean isSuspect(String text, Supplier<String> where) {
        if (!guards.has(Rule.NUMBERS) || !isNumeric(text) || isWithin(text)) {
            return false;
        }
        guards.hold(Rule.NUMBERS, text.length() <= LONGEST_TO_READ, () -> message(where.get()));
        return true;
    }

    String message(String where) {
        return where + " is a number of more than " + guards.limits().numberLength()
                + " characters or with an exponent beyond "
                + guards.limits().exponent() + "; write it shorter, or with another unit";
    }

    private boolean isWithin(String number) {
        if (number.length() > guards.limits().numberLength()) {
            return false;
        }
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (e < 0) {
            return true;
        }
        try {
            return Math.abs((long) Integer.parseInt(number.substring(e + 1)))
                    <= guards.limits().exponent();
        } catch (NumberFormatException tooLargeOrNone) {
            return false;
        }
    }

    private static boolean isNumeric(String text) {
        boolean hasDigit = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean isDigit = each >= '0' && each <= '9';
            if (!isDigit && "+-.eE".indexOf(each) < 0) {
                return false;
            }
            hasDigit |= isDigit;
        }
        return hasDigit;
    }
}
