package org.cbthomework.plugin.subset.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRLexer.FHIRLexerException;

/** A FHIRPath expression, taken apart; immutable, and safe to share between threads. */
public final class Formula {

    private final ExpressionNode expression;
    private final Walk walk;

    private Formula(ExpressionNode expression, Walk walk) {
        this.expression = expression;
        this.walk = walk;
    }

    /**
     * What came of reading an expression.
     *
     * @param formula none if there are breaches
     */
    public record Read(Optional<Formula> formula, List<Breach> breaches) {}

    /** Reads an expression, and holds it to the list. */
    public static Read read(String text) {
        int longest = Grammar.PUBLISHED.longest();
        if (text.codePointCount(0, text.length()) > longest) {
            return unusable("limit", "has an expression of more than " + longest + " characters; shorten it");
        }
        ExpressionNode expression;
        try {
            expression = Engine.parse(text);
        } catch (FHIRLexerException e) {
            return unusable("expression-syntax", "has an expression that is no FHIRPath: " + plain(e));
        }
        Walk walk = new Walk(Grammar.PUBLISHED);
        walk.over(expression);
        Division.refine(expression);
        return walk.breaches().isEmpty()
                ? new Read(Optional.of(new Formula(expression, walk)), List.of())
                : new Read(Optional.empty(), walk.breaches());
    }

    /** The variables it uses, without the percent sign. */
    public Set<String> variables() {
        return walk.variables();
    }

    /** Whether it mentions that linkId, by name or by how it begins. */
    public boolean mentions(String linkId) {
        return walk.texts().contains(linkId) || walk.prefixes().stream().anyMatch(linkId::startsWith);
    }

    /** Whether it asks for the time. */
    public boolean asksForTheTime() {
        return walk.asksForTheTime();
    }

    ExpressionNode expression() {
        return expression;
    }

    private static Read unusable(String rule, String says) {
        return new Read(Optional.empty(), List.of(new Breach(rule, says)));
    }

    private static String plain(FHIRLexerException e) {
        return String.valueOf(e.getMessage());
    }
}
