package org.cbthomework.demo.access;

import static org.cbthomework.plugin.access.rule.Rule.ACCESS_IS_NOT_SELF_MADE;
import static org.cbthomework.plugin.access.rule.Rule.CHOSEN_IDS_CANNOT_BE_GUESSED;
import static org.cbthomework.plugin.access.rule.Rule.CONDITIONAL_WRITES_ARE_DENIED;
import static org.cbthomework.plugin.access.rule.Rule.PATIENTS_WRITE_RESPONSES_ONLY;
import static org.cbthomework.plugin.access.rule.Rule.SERVER_KEEPS_ITS_OWN;
import static org.cbthomework.plugin.access.rule.Rule.WRITTEN_OVER_WAS_OF_A_PATIENT_REACHED;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cbthomework.plugin.access.rule.Rule;

/** Who writes what, and under which name; families 12, 13, 14, 42 and 49. */
final class Writing {

    private static final String CODES = "https://w3id.org/cbt-homework/fhir/CodeSystem/homework";

    private Writing() {}

    static void tryAll(Checks checks) {
        conditional(
                checks,
                "Patient A",
                checks.visitors.patientA().signed(),
                "QuestionnaireResponse",
                checks.world.answerOfA());
        conditional(checks, "A's clinician", checks.visitors.own(), "Goal", goal(checks.world.a));
        patients(checks, "Patient A", checks.visitors.patientA().signed());
        patients(checks, "A proxy", checks.visitors.proxy("proxy-" + checks.world.minor, checks.world.minor));
        over(checks);
        deciding(checks);
        kept(checks);
    }

    static String goal(String patient) {
        return "{\"resourceType\":\"Goal\",\"lifecycleStatus\":\"active\",\"description\":{\"text\":\"x\"},"
                + "\"subject\":{\"reference\":\"Patient/" + patient + "\"}}";
    }

    private static void conditional(Checks checks, String who, String token, String type, String body) {
        String path = "/" + type;
        for (String criteria :
                List.of("identifier=x", "patient=" + checks.world.b, "subject.name=x", "_id=goal-" + checks.world.b)) {
            Rule[] rules = "identifier=x".equals(criteria) ? new Rule[] {CONDITIONAL_WRITES_ARE_DENIED} : new Rule[0];
            checks.forbidden(
                    13,
                    who + " cannot write over " + type + " with " + criteria,
                    token,
                    Ask.put(path + "?" + criteria, body),
                    rules);
            checks.forbidden(
                    13, who + " cannot delete " + type + " with " + criteria, token, Ask.delete(path + "?" + criteria));
            checks.forbidden(
                    13,
                    who + " cannot patch " + type + " with " + criteria,
                    token,
                    Ask.jsonPatch(path + "?" + criteria, "[]"));
            checks.forbidden(
                    14,
                    who + " cannot create " + type + " if there is none with " + criteria,
                    token,
                    Ask.post(path, body).with("If-None-Exist", criteria),
                    rules);
        }
    }

    private static void patients(Checks checks, String who, String token) {
        World world = checks.world;
        String self = who.equals("A proxy") ? world.minor : world.a;
        String subject = "\"subject\":{\"reference\":\"Patient/" + self + "\"}";
        for (String resource : List.of(
                goal(self),
                "{\"resourceType\":\"Communication\",\"status\":\"completed\"," + subject + "}",
                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"}," + subject + "}",
                "{\"resourceType\":\"ServiceRequest\",\"status\":\"active\",\"intent\":\"order\"," + subject + "}",
                "{\"resourceType\":\"CarePlan\",\"status\":\"active\",\"intent\":\"plan\"," + subject + "}",
                "{\"resourceType\":\"Task\",\"status\":\"requested\",\"intent\":\"order\",\"for\":{\"reference\":\"Patient/"
                        + self + "\"}}",
                "{\"resourceType\":\"List\",\"status\":\"current\",\"mode\":\"working\"," + subject
                        + ",\"entry\":[{\"item\":" + "{\"reference\":\"Observation/obs-" + world.b + "\"}}]}",
                "{\"resourceType\":\"Questionnaire\",\"status\":\"draft\"}")) {
            String type = resource.substring(17, resource.indexOf('"', 17));
            checks.forbidden(
                    49,
                    who + " cannot create " + type,
                    token,
                    Ask.post("/" + type, resource),
                    "Goal".equals(type) ? new Rule[] {PATIENTS_WRITE_RESPONSES_ONLY} : new Rule[0]);
            String id = UUID.randomUUID().toString();
            checks.forbidden(
                    49,
                    who + " cannot put " + type,
                    token,
                    Ask.put("/" + type + "/" + id, World.also("\"id\":\"" + id + "\"", resource)));
        }
        checks.forbidden(
                49,
                who + " cannot close their task",
                token,
                Ask.jsonPatch(
                        "/Task/task-" + self, "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"completed\"}]"));
        checks.forbidden(
                49,
                who + " cannot delete their response",
                token,
                Ask.delete("/QuestionnaireResponse/qr-" + self),
                PATIENTS_WRITE_RESPONSES_ONLY);
        checks.forbidden(49, who + " cannot withdraw their homework", token, Ask.delete("/ServiceRequest/sr-" + self));
        checks.forbidden(
                12,
                who + " cannot choose an id that others could guess",
                token,
                Ask.put(
                        "/QuestionnaireResponse/my-diary-" + self,
                        World.also(
                                "\"id\":\"my-diary-" + self + "\"",
                                world.answer("Patient/" + self, "ServiceRequest/sr-" + self))),
                CHOSEN_IDS_CANNOT_BE_GUESSED);
    }

    private static void over(Checks checks) {
        World world = checks.world;
        String a = checks.visitors.patientA().signed();
        for (String id : List.of(world.unguessable, world.deleted)) {
            String body = World.also("\"id\":\"" + id + "\"", world.answerOfA());
            checks.forbidden(
                    12,
                    "Patient A cannot take over B's response " + (id.equals(world.deleted) ? "once it is deleted" : ""),
                    a,
                    Ask.put("/QuestionnaireResponse/" + id, body),
                    id.equals(world.deleted) ? new Rule[0] : new Rule[] {WRITTEN_OVER_WAS_OF_A_PATIENT_REACHED});
            checks.forbidden(
                    12,
                    "Patient A cannot take over B's response " + id + " in a transaction",
                    a,
                    Ask.post(
                            "/", Bundles.of("transaction", Bundles.entry("PUT", "QuestionnaireResponse/" + id, body))));
        }
        checks.forbidden(
                12,
                "Patient A cannot give their response to B",
                a,
                Ask.jsonPatch(
                        "/QuestionnaireResponse/qr-" + world.a,
                        "[{\"op\":\"replace\",\"path\":\"/subject/reference\",\"value\":\"Patient/" + world.b
                                + "\"}]"));
        checks.forbidden(
                12,
                "Patient A cannot move their response to B",
                a,
                Ask.put(
                        "/QuestionnaireResponse/qr-" + world.a,
                        World.also(
                                "\"id\":\"qr-" + world.a + "\"",
                                world.answer("Patient/" + world.b, "ServiceRequest/sr-" + world.a))));
        checks.refused(
                12,
                "A's clinician cannot move an assignment to B",
                checks.visitors.own(),
                Ask.jsonPatch(
                        "/ServiceRequest/sr-" + world.a,
                        "[{\"op\":\"replace\",\"path\":\"/subject/reference\",\"value\":\"Patient/" + world.b
                                + "\"}]"));
        checks.forbidden(
                12,
                "A's clinician cannot write over A's draft",
                checks.visitors.own(),
                Ask.put(
                        "/QuestionnaireResponse/draft-" + world.a,
                        World.also("\"id\":\"draft-" + world.a + "\"", world.answerOfA())));
        checks.forbidden(
                12,
                "A's clinician cannot delete what they may not see",
                checks.visitors.own(),
                Ask.delete("/Communication/note-" + world.a));
    }

    private static void deciding(Checks checks) {
        World world = checks.world;
        String own = checks.visitors.own();
        String me = "{\"reference\":\"Practitioner/own-" + world.suffix + "\"}";
        for (String who : List.of(world.a, world.b)) {
            String patient = "{\"reference\":\"Patient/" + who + "\"}";
            for (String resource : List.of(
                    "{\"resourceType\":\"CareTeam\",\"status\":\"active\",\"subject\":" + patient
                            + ",\"participant\":[{\"member\":" + me + "}]}",
                    "{\"resourceType\":\"Consent\",\"status\":\"active\",\"scope\":{\"text\":\"x\"},\"category\":[{\"text\":\"x\"}],\"patient\":"
                            + patient
                            + ",\"provision\":{\"type\":\"permit\",\"actor\":[{\"role\":{\"text\":\"x\"},\"reference\":"
                            + me + "}]}}",
                    "{\"resourceType\":\"RelatedPerson\",\"active\":true,\"patient\":" + patient + "}",
                    "{\"resourceType\":\"Patient\",\"birthDate\":\"2020-01-01\"}",
                    "{\"resourceType\":\"PractitionerRole\",\"practitioner\":" + me
                            + ",\"code\":[{\"coding\":[{\"system\":\"" + CODES + "\",\"code\":\"sensitive-notes\"}]}]}",
                    "{\"resourceType\":\"Practitioner\",\"active\":true}",
                    "{\"resourceType\":\"Group\",\"type\":\"person\",\"actual\":true,\"member\":[{\"entity\":" + patient
                            + "}]}",
                    "{\"resourceType\":\"Provenance\",\"target\":[" + patient
                            + "],\"recorded\":\"2026-03-02T19:00:00Z\",\"agent\":[{\"who\":" + me + "}]}",
                    "{\"resourceType\":\"Binary\",\"contentType\":\"text/plain\",\"securityContext\":" + patient + "}",
                    "{\"resourceType\":\"Subscription\",\"status\":\"requested\",\"reason\":\"x\",\"criteria\":\"Observation?\",\"channel\":"
                            + "{\"type\":\"rest-hook\",\"endpoint\":\"http://127.0.0.1:9/x\"}}",
                    "{\"resourceType\":\"SearchParameter\",\"url\":\"http://example.org/p\",\"name\":\"p\",\"status\":\"active\",\"description\":\"x\","
                            + "\"code\":\"p\",\"base\":[\"Observation\"],\"type\":\"string\",\"expression\":\"Observation.code\"}")) {
                String type = resource.substring(17, resource.indexOf('"', 17));
                checks.forbidden(
                        42,
                        "A's clinician cannot write " + type + " for themselves about " + who.charAt(0),
                        own,
                        Ask.post("/" + type, resource),
                        "CareTeam".equals(type) && who.equals(world.a)
                                ? new Rule[] {ACCESS_IS_NOT_SELF_MADE}
                                : new Rule[0]);
            }
        }
        checks.forbidden(
                42,
                "A's clinician cannot join another team by patch",
                own,
                Ask.jsonPatch("/CareTeam/team-" + world.a, "[{\"op\":\"remove\",\"path\":\"/participant/0/period\"}]"));
        checks.forbidden(42, "A's clinician cannot delete a consent", own, Ask.delete("/Consent/consent-" + world.a));
    }

    private static void kept(Checks checks) {
        World world = checks.world;
        String score = "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\""
                + CODES + "\",\"code\":\"homework-adherence\"}]},\"subject\":{\"reference\":\"Patient/" + world.a
                + "\"},\"valueInteger\":100}";
        String task =
                "{\"resourceType\":\"Task\",\"id\":\"hw-x\",\"status\":\"completed\",\"intent\":\"order\",\"for\":{\"reference\":\"Patient/"
                        + world.a + "\"}}";
        String audit =
                "{\"resourceType\":\"AuditEvent\",\"type\":{\"code\":\"rest\"},\"recorded\":\"2026-03-02T19:00:00Z\",\"agent\":"
                        + "[{\"requestor\":true}],\"source\":{\"observer\":{\"display\":\"x\"}}}";
        Map.of("A's clinician", checks.visitors.own(), "A system", checks.visitors.everything())
                .forEach((who, token) -> {
                    checks.forbidden(
                            49,
                            who + " cannot write a score",
                            token,
                            Ask.post("/Observation", score),
                            SERVER_KEEPS_ITS_OWN);
                    checks.forbidden(
                            49, who + " cannot write a task of the server", token, Ask.put("/Task/hw-x", task));
                    checks.forbidden(
                            49, who + " cannot write to the audit trail", token, Ask.post("/AuditEvent", audit));
                    checks.forbidden(
                            49,
                            who + " cannot delete from the audit trail",
                            token,
                            Ask.delete("/AuditEvent/" + world.audit));
                    checks.forbidden(
                            49,
                            who + " cannot turn an observation into a score",
                            token,
                            Ask.jsonPatch(
                                    "/Observation/obs-" + world.a,
                                    "[{\"op\":\"replace\",\"path\":\"/code\",\"value\":{\"coding\":[{\"system\":\""
                                            + CODES + "\",\"code\":\"homework-adherence\"}]}}]"));
                });
        checks.forbidden(
                49,
                "A client for Observations cannot write a score",
                checks.visitors.observer(),
                Ask.post("/Observation", score));
        checks.forbidden(
                49,
                "A client for Observations cannot see a patient",
                checks.visitors.observer(),
                Ask.get("/Patient/" + world.b));
        checks.forbidden(
                13,
                "A client for Observations cannot ask about patients by a condition",
                checks.visitors.observer(),
                Ask.post(
                                "/Observation",
                                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"}}")
                        .with("If-None-Exist", "subject:Patient.birthdate=1991-01-01"));
        checks.forbidden(
                13,
                "A client for Observations cannot ask about patients by a reference",
                checks.visitors.observer(),
                Ask.post(
                        "/Observation",
                        "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                                + "\"subject\":{\"reference\":\"Patient?birthdate=1801-01-01\"}}"));
        checks.forbidden(
                7,
                "A client for Observations cannot include patients",
                checks.visitors.observer(),
                Ask.get("/Observation?_include=*"));
    }
}
