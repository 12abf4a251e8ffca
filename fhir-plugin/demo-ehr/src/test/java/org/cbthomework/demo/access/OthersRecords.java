package org.cbthomework.demo.access;

import static org.cbthomework.plugin.access.rule.Rule.ABSENT_LOOKS_LIKE_DENIED;
import static org.cbthomework.plugin.access.rule.Rule.CARE_TEAM_IS_CURRENT;
import static org.cbthomework.plugin.access.rule.Rule.NAMED_USER_IS_KNOWN;
import static org.cbthomework.plugin.access.rule.Rule.PAST_IS_SEEN_WITH_THE_PRESENT;
import static org.cbthomework.plugin.access.rule.Rule.PATIENT_IS_THE_ONE_IN_CONTEXT;
import static org.cbthomework.plugin.access.rule.Rule.PROXY_ENDS_AT_MAJORITY;
import static org.cbthomework.plugin.access.rule.Rule.PROXY_IS_CURRENT;
import static org.cbthomework.plugin.access.rule.Rule.SHOWN_IS_READABLE;
import static org.cbthomework.plugin.access.rule.Rule.USER_REACHES_THE_PATIENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cbthomework.plugin.access.rule.Rule;

/** Somebody else's records, one by one, by everybody who has no business with them; families 1, 2, 3, 12, 18, 19, 23. */
final class OthersRecords {

    /** By which name each is stored; the deleted one among them. */
    static final List<String> RECORDS = List.of(
            "Patient/",
            "ServiceRequest/sr-",
            "CarePlan/cp-",
            "Task/task-",
            "Encounter/enc-",
            "Observation/obs-",
            "Condition/cond-",
            "Communication/com-",
            "Communication/note-",
            "Communication/restricted-",
            "Goal/goal-",
            "List/list-",
            "Group/group-",
            "Appointment/app-",
            "Basic/basic-",
            "Provenance/prov-",
            "Binary/bin-",
            "QuestionnaireResponse/qr-",
            "QuestionnaireResponse/draft-",
            "QuestionnaireResponse/gone-",
            "CareTeam/team-",
            "RelatedPerson/ended-");

    private static final List<String> FEW = List.of(
            "Patient/", "Task/task-", "Observation/obs-", "QuestionnaireResponse/qr-", "QuestionnaireResponse/gone-");

    private static final String PATCH = "[{\"op\":\"replace\",\"path\":\"/language\",\"value\":\"de\"}]";
    private static final String FHIR_PATCH = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\","
            + "\"part\":[{\"name\":\"type\",\"valueCode\":\"delete\"},{\"name\":\"path\",\"valueString\":\"X.identifier\"}]}]}";

    private OthersRecords() {}

    static void tryAll(Checks checks) {
        Visitors visitors = checks.visitors;
        World world = checks.world;
        everything(
                checks,
                "Patient A",
                visitors.patientA().signed(),
                RECORDS,
                SHOWN_IS_READABLE,
                ABSENT_LOOKS_LIKE_DENIED);
        everything(checks, "A clinician of others", visitors.outside(), FEW, USER_REACHES_THE_PATIENT);
        few(checks, 18, "A clinician after the care team's end", visitors.left(), world.b, CARE_TEAM_IS_CURRENT);
        few(checks, 18, "A's clinician", visitors.own(), world.b, USER_REACHES_THE_PATIENT);
        few(
                checks,
                19,
                "A proxy whose mandate was revoked",
                visitors.proxy("revoked-" + world.b, world.b),
                world.b,
                PROXY_IS_CURRENT);
        few(
                checks,
                19,
                "A proxy whose mandate has ended",
                visitors.proxy("ended-" + world.b, world.b),
                world.b,
                PROXY_IS_CURRENT);
        few(
                checks,
                19,
                "The proxy of a minor who has turned 18",
                visitors.proxy("proxy-" + world.grown, world.grown),
                world.grown,
                PROXY_ENDS_AT_MAJORITY);
        few(
                checks,
                19,
                "The proxy of a minor",
                visitors.proxy("proxy-" + world.minor, world.minor),
                world.b,
                USER_REACHES_THE_PATIENT);
        few(
                checks,
                23,
                "A user whose token names another patient",
                visitors.patientA().patient(world.b).signed(),
                world.b,
                USER_REACHES_THE_PATIENT);
        few(
                checks,
                23,
                "A token for patients that names none",
                visitors.blank().scope("patient/*.cruds").signed(),
                world.b,
                PATIENT_IS_THE_ONE_IN_CONTEXT);
        few(
                checks,
                23,
                "A token for patients that names A and no user",
                visitors.blank().patient(world.a).scope("patient/*.cruds").signed(),
                world.b,
                PATIENT_IS_THE_ONE_IN_CONTEXT);
        few(
                checks,
                23,
                "A token for users that names none",
                visitors.blank().patient(world.b).scope("user/*.cruds").signed(),
                world.b,
                USER_REACHES_THE_PATIENT);
        few(
                checks,
                23,
                "A token of a Person",
                visitors.blank()
                        .user("Person/" + world.b)
                        .patient(world.b)
                        .scope("user/*.cruds patient/*.cruds")
                        .signed(),
                world.b,
                USER_REACHES_THE_PATIENT);
        few(
                checks,
                23,
                "A user of another server",
                visitors.blank()
                        .user("https://elsewhere.example/fhir/Practitioner/own-" + world.suffix)
                        .patient(world.b)
                        .scope("user/*.cruds patient/*.cruds")
                        .signed(),
                world.b,
                NAMED_USER_IS_KNOWN);
        few(
                checks,
                23,
                "A user who is no reference",
                visitors.blank()
                        .claim("fhirUser", 17)
                        .patient(world.b)
                        .scope("user/*.cruds patient/*.cruds")
                        .signed(),
                world.b,
                NAMED_USER_IS_KNOWN);
        checks.forbidden(
                24,
                "A client without an agreement sees nobody, whatever it was granted",
                visitors.blank().scope("system/*.cruds system/*.*").signed(),
                Ask.get("/Patient/" + world.b),
                Rule.ISSUER_GRANTS_WHAT_IT_MAY);
        checks.forbidden(
                24,
                "A client without an agreement finds nobody, whatever it was granted",
                visitors.blank().scope("system/*.cruds system/*.*").signed(),
                Ask.get("/Condition"));
    }

    private static void everything(Checks checks, String who, String token, List<String> records, Rule... rules) {
        for (String record : records) {
            asks(checks.world, record, checks.world.b)
                    .forEach((what, ask) -> checks.forbidden(
                            "see".equals(what) ? 1 : 12,
                            who + " cannot " + what + " " + record + "B",
                            token,
                            ask,
                            what.equals("see the history of")
                                    ? new Rule[] {PAST_IS_SEEN_WITH_THE_PRESENT}
                                    : what.startsWith("see") ? rules : new Rule[0]));
        }
    }

    private static void few(Checks checks, int family, String who, String token, String patient, Rule... rules) {
        for (String record : List.of("Patient/", "QuestionnaireResponse/qr-", "Observation/obs-")) {
            checks.forbidden(family, who + " cannot see " + record, token, Ask.get("/" + record + patient), rules);
            checks.forbidden(
                    family,
                    who + " cannot see how " + record + " came about",
                    token,
                    Ask.get("/" + record + patient + "/_history"));
        }
        checks.forbidden(
                family,
                who + " cannot find responses by their patient",
                token,
                Ask.get("/QuestionnaireResponse?patient=Patient/" + patient),
                rules);
        checks.counts(
                family, who + " finds none of the conditions", token, Ask.get("/Condition?_id=cond-" + patient), 0);
        checks.forbidden(
                family,
                who + " cannot answer the homework",
                token,
                Ask.post(
                        "/QuestionnaireResponse",
                        checks.world.answer("Patient/" + patient, "ServiceRequest/sr-" + patient)));
        checks.forbidden(
                family,
                who + " cannot ask how the homework goes",
                token,
                Ask.get("/Patient/" + patient + "/$homework-adherence"));
    }

    private static Map<String, Ask> asks(World world, String record, String who) {
        String path = "/" + record + who;
        String type = record.substring(0, record.indexOf('/'));
        Map<String, Ask> asks = new LinkedHashMap<>();
        asks.put("see", Ask.get(path));
        asks.put("see the first version of", Ask.get(path + "/_history/1"));
        asks.put("see a version that never was of", Ask.get(path + "/_history/77"));
        asks.put("see the history of", Ask.get(path + "/_history"));
        asks.put("ask for the head of", Ask.of("HEAD", path, null));
        asks.put("see some elements of", Ask.get(path + "?_elements=id&_summary=true"));
        asks.put("see whether anything is new in", Ask.get(path).with("If-None-Match", "W/\"1\""));
        asks.put("write over", Ask.put(path, body(world, type, record + who)));
        asks.put(
                "write over a version of",
                Ask.put(path, body(world, type, record + who)).with("If-Match", "W/\"1\""));
        asks.put("patch", Ask.jsonPatch(path, PATCH));
        asks.put("patch by paths", Ask.of("PATCH", path, FHIR_PATCH.replace("X", type)));
        asks.put("delete", Ask.delete(path));
        return asks;
    }

    /** Of A, so that nothing but what is there stands against it. */
    private static String body(World world, String type, String record) {
        String id = record.substring(record.indexOf('/') + 1);
        if ("QuestionnaireResponse".equals(type)) {
            return World.also("\"id\":\"" + id + "\"", world.answerOfA());
        }
        String of = "Task".equals(type) ? "for" : "subject";
        String subject = List.of("Patient", "Group", "Appointment", "Provenance", "Binary", "RelatedPerson")
                        .contains(type)
                ? ""
                : ",\"" + of + "\":{\"reference\":\"Patient/" + world.a + "\"}";
        return "{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\"" + subject + "}";
    }
}
