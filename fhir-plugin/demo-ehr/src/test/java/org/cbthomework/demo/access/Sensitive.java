package org.cbthomework.demo.access;

import static org.cbthomework.plugin.access.rule.Rule.DRAFTS_ARE_THE_WRITERS;
import static org.cbthomework.plugin.access.rule.Rule.SENSITIVE_WANTS_CONSENT_OR_ROLE;

import java.util.List;

/** What is labelled, and drafts, are kept even from those who see all else; family 22. */
final class Sensitive {

    private Sensitive() {}

    static void tryAll(Checks checks) {
        World world = checks.world;
        String own = checks.visitors.own();
        for (String label : List.of("note", "restricted", "secret")) {
            String path = "/Communication/" + label + "-" + world.a;
            withheld(checks, "A's clinician", own, label, path);
            withheld(
                    checks,
                    "A clinician in a launch for A",
                    checks.visitors.clinician("outside").patient(world.a).signed(),
                    label,
                    path);
            checks.forbidden(
                    22,
                    "A client for all but what is sensitive cannot read the " + label,
                    checks.visitors.observer(),
                    Ask.get(path));
        }
        withheld(checks, "Patient A", checks.visitors.patientA().signed(), "note", "/Communication/note-" + world.a);
        checks.forbidden(
                22,
                "Whoever A has consented to cannot read B's note",
                checks.visitors.clinician("consented").signed(),
                Ask.get("/Communication/note-" + world.b));
        checks.forbidden(
                22,
                "Whoever may see notes cannot read B's note",
                checks.visitors.clinician("notes").signed(),
                Ask.get("/Communication/note-" + world.b));
        checks.forbidden(
                22,
                "Whoever A has consented to cannot count what is left to each",
                checks.visitors.clinician("consented").signed(),
                Ask.get("/Communication?_summary=count"));
        String draft = "/QuestionnaireResponse/draft-" + world.a;
        for (Ask ask : List.of(
                Ask.get(draft), Ask.get(draft + "/_history/1"), Ask.get(draft + "/_history"), Ask.delete(draft))) {
            checks.forbidden(
                    22,
                    "A's clinician cannot " + ask.method() + " A's draft"
                            + ask.path().replace(draft, ""),
                    own,
                    ask,
                    ask.method().equals("GET")
                            ? new org.cbthomework.plugin.access.rule.Rule[] {DRAFTS_ARE_THE_WRITERS}
                            : new org.cbthomework.plugin.access.rule.Rule[0]);
        }
        checks.counts(
                22,
                "A's clinician does not find A's draft",
                own,
                Ask.get("/QuestionnaireResponse?status=in-progress&_total=accurate"),
                0,
                DRAFTS_ARE_THE_WRITERS);
        checks.counts(
                22,
                "A's clinician does not count A's draft",
                own,
                Ask.get("/QuestionnaireResponse?_id=draft-" + world.a + "&_summary=count"),
                0,
                DRAFTS_ARE_THE_WRITERS);
    }

    private static void withheld(Checks checks, String who, String token, String label, String path) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        checks.forbidden(22, who + " cannot read the " + label, token, Ask.get(path), SENSITIVE_WANTS_CONSENT_OR_ROLE);
        checks.forbidden(
                22,
                who + " cannot read the first version of the " + label,
                token,
                Ask.get(path + "/_history/1"),
                SENSITIVE_WANTS_CONSENT_OR_ROLE);
        checks.forbidden(22, who + " cannot see how the " + label + " came about", token, Ask.get(path + "/_history"));
        checks.counts(
                22,
                who + " does not find the " + label,
                token,
                Ask.get("/Communication?_id=" + id + "&_total=accurate"),
                0,
                SENSITIVE_WANTS_CONSENT_OR_ROLE);
        checks.counts(
                22,
                who + " does not count the " + label,
                token,
                Ask.get("/Communication?_id=" + id + "&_summary=count"),
                0,
                SENSITIVE_WANTS_CONSENT_OR_ROLE);
        checks.counts(
                22,
                who + " does not find the " + label + " by its label",
                token,
                Ask.get("/Communication?_id=" + id + "&_security:missing=false"),
                0);
    }
}
