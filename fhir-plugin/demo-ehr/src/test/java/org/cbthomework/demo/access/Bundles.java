package org.cbthomework.demo.access;

import static org.cbthomework.plugin.access.rule.Rule.ABSENT_LOOKS_LIKE_DENIED;
import static org.cbthomework.plugin.access.rule.Rule.SHOWN_IS_READABLE;

import java.util.List;

/** Transactions, batches and other bundles hold no more than their entries may; family 11. */
final class Bundles {

    private Bundles() {}

    static String of(String type, String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    static String entry(String method, String url) {
        return "{\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"}}";
    }

    static String entry(String method, String url, String resource) {
        return "{\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"},\"resource\":" + resource + "}";
    }

    private static String named(String url, String resource) {
        return "{\"fullUrl\":\"urn:uuid:0b5d2f1e-1111-4222-8333-444455556666\",\"request\":{\"method\":\"POST\",\"url\":\""
                + url + "\"},\"resource\":" + resource + "}";
    }

    static void tryAll(Checks checks) {
        World world = checks.world;
        String b = world.b;
        String a = checks.visitors.patientA().signed();
        String outside = checks.visitors.outside();
        String mine = entry("GET", "Condition/cond-" + world.a);
        String answer = entry("POST", "QuestionnaireResponse", world.answerOfA());
        for (String url : List.of(
                "Patient/" + b,
                "QuestionnaireResponse/qr-" + b,
                "QuestionnaireResponse/qr-" + b + "/_history/1",
                "QuestionnaireResponse/gone-" + b,
                "/Observation/obs-" + b,
                "Communication/note-" + b)) {
            checks.entriesForbidden(
                    11,
                    "Patient A cannot batch GET " + url,
                    a,
                    Ask.post("/", of("batch", entry("GET", url))),
                    SHOWN_IS_READABLE,
                    ABSENT_LOOKS_LIKE_DENIED);
            checks.entriesForbidden(
                    11,
                    "Patient A cannot GET " + url + " in a transaction",
                    a,
                    Ask.post("/", of("transaction", entry("GET", url))));
            checks.entriesForbidden(
                    11, "An outsider cannot batch GET " + url, outside, Ask.post("/", of("batch", entry("GET", url))));
        }
        for (String url : List.of(
                "QuestionnaireResponse/qr-" + b + "/_history",
                "QuestionnaireResponse?patient=" + b,
                "_history",
                "QuestionnaireResponse/_history",
                "Patient/" + b + "/$everything",
                "Patient/" + b + "/$homework-adherence",
                "Observation?_include=*",
                "Patient?_has:Observation:patient:code=x",
                "?_getpages=" + b,
                "Patient/" + b + "/Observation",
                "AuditEvent?_summary=count",
                world.ehr.base() + "/Patient/" + b,
                "//Patient/" + b,
                "Patient//" + b,
                "Patient%2F" + b,
                "../fhir/Patient/" + b,
                "Patient/" + b + "#x",
                "Patient?_id=" + b + "#x",
                "Group?_summary=count")) {
            checks.nothing(
                    11, "Patient A cannot batch GET " + url, a, Ask.post("/", of("batch", mine, entry("GET", url))));
            checks.nothing(
                    11,
                    "Patient A cannot GET " + url + " in a transaction",
                    a,
                    Ask.post("/", of("transaction", mine, entry("GET", url))));
        }
        for (String type : List.of("batch", "transaction")) {
            String ofB = world.answer("Patient/" + b, "ServiceRequest/sr-" + b);
            for (String entry : List.of(
                    entry("POST", "QuestionnaireResponse", ofB),
                    entry(
                            "PUT",
                            "QuestionnaireResponse/qr-" + b,
                            World.also("\"id\":\"qr-" + b + "\"", world.answerOfA())),
                    entry(
                            "PUT",
                            "QuestionnaireResponse/" + world.unguessable,
                            World.also("\"id\":\"" + world.unguessable + "\"", world.answerOfA())),
                    entry("PUT", world.ehr.base() + "/QuestionnaireResponse/qr-" + b, world.answerOfA()),
                    entry("PUT", "QuestionnaireResponse/qr-" + b + "/_history/1", world.answerOfA()),
                    entry("PUT", "QuestionnaireResponse?identifier=x", world.answerOfA()),
                    entry("PUT", "QuestionnaireResponse", world.answerOfA()),
                    entry("POST", "QuestionnaireResponse?identifier=x", world.answerOfA()),
                    entry(
                            "POST",
                            "QuestionnaireResponse",
                            "{\"resourceType\":\"Goal\",\"lifecycleStatus\":\"active\","
                                    + "\"description\":{\"text\":\"x\"},\"subject\":{\"reference\":\"Patient/" + world.a
                                    + "\"}}"),
                    entry("DELETE", "QuestionnaireResponse/qr-" + b),
                    entry("DELETE", "QuestionnaireResponse?patient=" + b),
                    entry("DELETE", "Condition/cond-" + world.a),
                    entry("HEAD", "Patient/" + b),
                    entry(
                            "PATCH",
                            "QuestionnaireResponse/qr-" + b,
                            "{\"resourceType\":\"Binary\",\"contentType\":\"application/json-patch+json\",\"data\":\"W10=\"}"))) {
                checks.forbidden(
                        11,
                        "Patient A cannot send " + type + " " + entry.substring(0, 60),
                        a,
                        Ask.post("/", of(type, entry)));
                checks.forbidden(
                        11,
                        "Patient A cannot send " + type + " of their own and " + entry.substring(0, 60),
                        a,
                        Ask.post("/", of(type, answer, entry)));
            }
            checks.forbidden(
                    11,
                    "Patient A cannot make B's homework theirs by a placeholder in a " + type,
                    a,
                    Ask.post(
                            "/",
                            of(
                                    type,
                                    named(
                                            "QuestionnaireResponse",
                                            world.answer(
                                                    "urn:uuid:0b5d2f1e-1111-4222-8333-444455556666",
                                                    "ServiceRequest/sr-" + b)))));
            for (String url : List.of(
                    "", "/", "QuestionnaireResponse/", "?x=y", "https://elsewhere.example/QuestionnaireResponse")) {
                checks.forbidden(
                        14,
                        "Patient A cannot ask in a " + type + " at '" + url + "' whether there is something of B",
                        a,
                        Ask.post(
                                "/",
                                of(
                                        type,
                                        entry("POST", url, world.answerOfA())
                                                .replace(
                                                        "\"request\":{",
                                                        "\"request\":{\"ifNoneExist\":\"_id=qr-" + b + "\","))));
            }
            checks.forbidden(
                    14,
                    "Patient A cannot ask in a " + type + " whether there is none yet",
                    a,
                    Ask.post(
                            "/",
                            of(
                                    type,
                                    entry("POST", "QuestionnaireResponse", world.answerOfA())
                                            .replace(
                                                    "\"request\":{",
                                                    "\"request\":{\"ifNoneExist\":\"identifier=x\","))));
        }
        for (String type : List.of("history", "message", "document", "collection", "searchset", "nonsense")) {
            checks.refused(
                    11,
                    "Patient A cannot post a bundle of type " + type,
                    a,
                    Ask.post("/", of(type, entry("GET", "Patient/" + b))));
        }
        checks.forbidden(
                11,
                "Patient A cannot store a bundle",
                a,
                Ask.post("/Bundle", of("collection", "{\"resource\":" + world.answerOfA() + "}")));
        checks.forbidden(
                11,
                "Patient A cannot nest a bundle",
                a,
                Ask.post("/", of("batch", entry("POST", "", of("batch", entry("GET", "Patient/" + b))))));
        checks.entriesForbidden(
                11,
                "Patient A cannot have a transaction answered later",
                a,
                Ask.post("/", of("transaction", entry("GET", "Patient/" + b))).with("Prefer", "respond-async"));
    }
}
