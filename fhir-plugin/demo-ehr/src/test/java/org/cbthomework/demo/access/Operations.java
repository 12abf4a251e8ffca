package org.cbthomework.demo.access;

import static org.cbthomework.plugin.access.rule.Rule.OPERATIONS_ARE_DENIED;

import java.util.List;

/** Operations are closed but for one; families 8, 9 and 10. */
final class Operations {

    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    private Operations() {}

    static void tryAll(Checks checks) {
        World world = checks.world;
        String a = checks.visitors.patientA().signed();
        String own = checks.visitors.own();
        for (String operation : List.of(
                "/$everything",
                "/$meta",
                "/$summary",
                "/$diff",
                "/$graphql?query=%7Bid%7D",
                "/$validate",
                "/$graph",
                "/$merge",
                "/$hapi.fhir.replace-references")) {
            checks.refused(
                    8,
                    "Patient A cannot ask for " + operation + " of B",
                    a,
                    Ask.get("/Patient/" + world.b + operation));
            checks.refused(
                    8,
                    "A's clinician cannot ask for " + operation + " of B",
                    own,
                    Ask.get("/Patient/" + world.b + operation));
            checks.refused(
                    8,
                    "Patient A cannot ask even for their own " + operation,
                    a,
                    Ask.get("/Patient/" + world.a + operation));
        }
        checks.forbidden(
                8,
                "Patient A cannot have everything",
                a,
                Ask.get("/Patient/" + world.a + "/$everything"),
                OPERATIONS_ARE_DENIED);
        checks.forbidden(
                8,
                "Patient A cannot read labels alone",
                a,
                Ask.get("/Observation/obs-" + world.a + "/$meta"),
                OPERATIONS_ARE_DENIED);
        for (String operation : List.of(
                "/$export",
                "/Patient/$export",
                "/Group/group-" + world.b + "/$export",
                "/Patient/$everything",
                "/$meta",
                "/Observation/$meta",
                "/$get-resource-counts",
                "/Observation/$lastn",
                "/Patient/$match",
                "/$graphql?query=%7BPatientList%7Bid%7D%7D",
                "/Observation/$stats",
                "/$export-poll-status?_jobId=x",
                "/Questionnaire/$validate",
                "/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender")) {
            checks.refused(8, "Patient A cannot run " + operation, a, Ask.get(operation));
            checks.refused(8, "Patient A cannot post to " + operation, a, Ask.post(operation, NOTHING));
        }
        for (String operation : List.of(
                "/$expunge",
                "/$reindex",
                "/$mark-all-resources-for-reindexing",
                "/$perform-reindexing-pass",
                "/$process-message",
                "/$apply-codesystem-delta-add",
                "/$import",
                "/$delete-expunge",
                "/$homework-rebuild",
                "/$invalidate-expansion",
                "/$partition-management-list-partitions",
                "/Observation/$expunge",
                "/$reindex-terminology",
                "/$hapi.fhir.replace-references")) {
            checks.refused(8, "Patient A cannot run " + operation, a, Ask.post(operation, NOTHING));
            checks.refused(8, "A's clinician cannot run " + operation, own, Ask.post(operation, NOTHING));
        }
        for (String operation :
                List.of("/$expunge", "/$meta-add", "/$meta-delete", "/$reindex", "/$validate", "/$convert")) {
            checks.refused(
                    8,
                    "Patient A cannot post " + operation + " to B's response",
                    a,
                    Ask.post("/QuestionnaireResponse/qr-" + world.b + operation, NOTHING));
            checks.refused(
                    8,
                    "A's clinician cannot post " + operation + " to A's note",
                    own,
                    Ask.post("/Communication/note-" + world.a + operation, NOTHING));
        }
        adherence(checks, "Patient A", a);
        adherence(checks, "A clinician of others", checks.visitors.outside());
    }

    private static void adherence(Checks checks, String who, String token) {
        World world = checks.world;
        for (String of : List.of("Patient/", "CarePlan/cp-", "ServiceRequest/sr-", "List/list-", "Group/group-")) {
            String path = "/" + of + world.b + "/$homework-adherence";
            checks.refused(9, who + " cannot measure " + of, token, Ask.get(path + "?occasions=true"));
            checks.refused(9, who + " cannot measure " + of + " by POST", token, Ask.post(path, NOTHING));
        }
        checks.refused(9, who + " cannot measure all", token, Ask.get("/$homework-adherence"));
        checks.refused(
                9, who + " cannot measure a type", token, Ask.get("/Patient/$homework-adherence?patient=" + world.b));
        checks.refused(
                9, who + " cannot rebuild", token, Ask.post("/Patient/" + world.b + "/$homework-rebuild", NOTHING));
    }
}
