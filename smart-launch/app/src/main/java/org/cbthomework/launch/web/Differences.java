package org.cbthomework.launch.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cbthomework.launch.changing.ChangedMeanwhile;
import org.cbthomework.launch.homework.Terms;
import org.jspecify.annotations.Nullable;

/** What another has changed of an assignment, in words. */
final class Differences {

    private final Optional<Terms> before;
    private final Terms now;
    private final Wording say;
    private final List<String> told = new ArrayList<>();

    private Differences(ChangedMeanwhile changed, Wording say) {
        this.before = changed.before();
        this.now = changed.now();
        this.say = say;
    }

    /** How it stands now, in each respect in which it stood otherwise; in all, if that is not known. */
    static List<String> between(ChangedMeanwhile changed, Wording say) {
        Differences differences = new Differences(changed, say);
        differences.note("homework.dose", terms -> say.dose(terms.dose()));
        differences.note("homework.span", say::span);
        differences.note("homework.paused-days", terms -> terms.pause() == null ? "" : say.pause(terms.pause()));
        differences.note("homework.why", terms -> orNothing(terms.rationale()));
        differences.note("homework.how", terms -> orNothing(terms.instruction()));
        differences.note(
                "homework.backup-plan", terms -> terms.backupPlan() == null ? "" : say.backup(terms.backupPlan()));
        differences.note(
                "homework.state", terms -> say.say(terms.isOver() ? "homework.state.over" : "homework.state.on"));
        return differences.told;
    }

    private void note(String what, Function<Terms, String> words) {
        String is = words.apply(now);
        if (before.map(words).filter(is::equals).isEmpty()) {
            told.add(say.say("homework.difference", say.say(what), is.isEmpty() ? say.say("homework.nothing") : is));
        }
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}
