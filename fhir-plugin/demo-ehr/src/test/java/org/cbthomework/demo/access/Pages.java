package org.cbthomework.demo.access;

import static org.cbthomework.plugin.access.rule.Rule.PAGES_ARE_WHOSE_SEARCH_IT_WAS;

import java.net.URI;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;

/** The pages of a search are for whoever searched; family 16. */
final class Pages {

    private Pages() {}

    static void tryAll(Checks checks) {
        World world = checks.world;
        String everything =
                next(world, checks.visitors.everything(), "/Condition?_id=cond-" + world.a + ",cond-" + world.b);
        String own = next(world, checks.visitors.own(), "/Observation?patient=" + world.a);
        String a = checks.visitors.patientA().signed();
        checks.forbidden(
                16, "Patient A cannot turn a system's page", a, Ask.get(everything), PAGES_ARE_WHOSE_SEARCH_IT_WAS);
        checks.forbidden(
                16, "Patient A cannot turn a system's page by POST", a, Ask.form("/", everything.substring(1)));
        checks.refused(16, "Patient A cannot turn a page at another path", a, Ask.get("/Questionnaire" + everything));
        checks.forbidden(
                16,
                "An outsider cannot turn a clinician's page",
                checks.visitors.outside(),
                Ask.get(own),
                PAGES_ARE_WHOSE_SEARCH_IT_WAS);
        checks.forbidden(
                16,
                "A clinician cannot turn their own page in another patient's context",
                checks.visitors.clinician("own").patient(world.b).signed(),
                Ask.get(own),
                PAGES_ARE_WHOSE_SEARCH_IT_WAS);
        checks.forbidden(16, "Nobody can guess a page", a, Ask.get("/?_getpages=" + UUID.randomUUID()));
        checks.forbidden(
                16, "Nobody can ask for two pages at once", a, Ask.get(own + "&_getpages=" + UUID.randomUUID()));
        checks.forbidden(16, "Nobody can turn a page without a name", a, Ask.get("/?_getpages=-"));
    }

    private static String next(World world, String token, String search) {
        Bundle found = world.ehr.as(token).get(search + "&_count=1").as(Bundle.class);
        return "?" + URI.create(found.getLink("next").getUrl()).getRawQuery();
    }
}
