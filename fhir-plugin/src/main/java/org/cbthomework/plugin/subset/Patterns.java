package org.cbthomework.plugin.subset;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patterns that RE2 matches in linear time and that mean the same in a browser, which backtracks: no look-around, no back
 * reference, no {@code \s} or class of Unicode, and nothing that repeats inside what repeats.
 */
final class Patterns {

    private static final String ESCAPED = "dDwW^$\\.*+?()[]{}|/-";

    private Patterns() {}

    static void check(int longest, List<Placed> items, Reasons reasons) {
        items.forEach(placed -> placed.value(Placed.HL7 + "regex").ifPresent(regex -> {
            String pattern = String.valueOf(regex.primitiveValue());
            if (pattern.length() > longest) {
                reasons.add(placed, "limit", "has a pattern of more than " + longest + " characters; shorten it");
                return;
            }
            String fault = fault(pattern);
            if (fault != null) {
                reasons.add(placed, "regex", "has a pattern that " + fault);
            }
        }));
    }

    /** What is wrong with a pattern; null if nothing. */
    static @Nullable String fault(String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            return "does not parse, or looks around or back; say it without";
        }
        return beyond(pattern);
    }

    private static @Nullable String beyond(String pattern) {
        Deque<Boolean> branches = new ArrayDeque<>();
        branches.push(false);
        boolean inClass = false;
        boolean closed = false;
        for (int i = 0; i < pattern.length(); i++) {
            char each = pattern.charAt(i);
            boolean groupBefore = closed;
            closed = false;
            if (each == '\\') {
                i++;
                if (i >= pattern.length() || ESCAPED.indexOf(pattern.charAt(i)) < 0) {
                    return "escapes what engines read differently; use \\d, \\w or a class in brackets";
                }
            } else if (inClass) {
                inClass = each != ']';
                if (each == '[') {
                    return "has a class within a class; write the characters out";
                }
            } else if (each == '[') {
                inClass = true;
            } else if (each == '(') {
                if (pattern.startsWith("(?", i) && !pattern.startsWith("(?:", i)) {
                    return "has a group with a flag or a name; use (?:...)";
                }
                i += pattern.startsWith("(?:", i) ? 2 : 0;
                branches.push(false);
            } else if (each == ')') {
                boolean varies = branches.pop();
                branches.push(branches.pop() || varies);
                closed = varies;
            } else if (each == '|') {
                branches.pop();
                branches.push(true);
            } else if (each == '*' || each == '+' || each == '?' || each == '{') {
                if (groupBefore && each != '?') {
                    return "repeats a group that repeats or branches inside; write it out";
                }
                branches.pop();
                branches.push(true);
            }
        }
        return null;
    }
}
