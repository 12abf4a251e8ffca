package org.cbthomework.demo.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cbthomework.demo.access.Check.Outcome;
import org.cbthomework.plugin.access.rule.Rule;
import org.jspecify.annotations.Nullable;

/** Checks in the making: what is tried in one world. */
final class Checks {

    final World world;
    final Visitors visitors;
    private final List<Check> found = new ArrayList<>();

    private Checks(World world) {
        this.world = world;
        this.visitors = world.visitors();
    }

    /** All there are. */
    static List<Check> in(World world) {
        Checks checks = new Checks(world);
        BadTokens.tryAll(checks);
        OthersRecords.tryAll(checks);
        Searching.tryAll(checks);
        Pages.tryAll(checks);
        Operations.tryAll(checks);
        Bundles.tryAll(checks);
        Writing.tryAll(checks);
        Forging.tryAll(checks);
        Scoped.tryAll(checks);
        Sensitive.tryAll(checks);
        Oddities.tryAll(checks);
        return List.copyOf(checks.found);
    }

    void unauthenticated(int family, String says, @Nullable String token, Ask ask, Rule... rules) {
        add(family, says, token, ask, Outcome.UNAUTHENTICATED, Check.UNTOLD, rules);
    }

    void forbidden(int family, String says, String token, Ask ask, Rule... rules) {
        add(family, says, token, ask, isUnreadable(ask) ? Outcome.REFUSED : Outcome.FORBIDDEN, Check.UNTOLD, rules);
    }

    /** What is refused before anybody asks whose it is: empty addresses, and references to what is not contained. */
    private static boolean isUnreadable(Ask ask) {
        String body = ask.body();
        return body != null
                && (body.contains("\"url\":\"\"") || body.replace(" ", "").contains("\"reference\":\"#p\""));
    }

    void refused(int family, String says, String token, Ask ask, Rule... rules) {
        add(family, says, token, ask, Outcome.REFUSED, Check.UNTOLD, rules);
    }

    void silent(int family, String says, String token, Ask ask, Rule... rules) {
        add(family, says, token, ask, Outcome.SILENT, Check.UNTOLD, rules);
    }

    void counts(int family, String says, String token, Ask ask, int total, Rule... rules) {
        add(family, says, token, ask, Outcome.SILENT, total, rules);
    }

    void nothing(int family, String says, String token, Ask ask, Rule... rules) {
        add(family, says, token, ask, Outcome.NOTHING, Check.UNTOLD, rules);
    }

    void entriesForbidden(int family, String says, String token, Ask ask, Rule... rules) {
        add(family, says, token, ask, Outcome.ENTRIES_FORBIDDEN, Check.UNTOLD, rules);
    }

    private void add(
            int family, String says, @Nullable String token, Ask ask, Outcome outcome, int total, Rule... rules) {
        found.add(new Check(family, says, token, ask, outcome, total, Set.of(rules)));
    }
}
