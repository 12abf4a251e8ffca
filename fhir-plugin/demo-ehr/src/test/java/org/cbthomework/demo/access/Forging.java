package org.cbthomework.demo.access;

import static org.cbthomework.plugin.access.rule.Rule.AUTHOR_IS_WHO_WRITES;
import static org.cbthomework.plugin.access.rule.Rule.REFERENCES_STAY_WITHIN_REACH;
import static org.cbthomework.plugin.access.rule.Rule.WRITTEN_IS_OF_A_PATIENT_REACHED;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cbthomework.plugin.access.rule.Rule;

/** Responses that say what is not so: whose they are, who wrote them, what they belong to; families 15, 42, 45 and 58. */
final class Forging {

    private Forging() {}

    static void tryAll(Checks checks) {
        World world = checks.world;
        String a = checks.visitors.patientA().signed();
        subjects(world)
                .forEach((what, subject) -> checks.forbidden(
                        42,
                        "Patient A cannot send a response about " + what,
                        a,
                        Ask.post("/QuestionnaireResponse", world.answer(subject, "ServiceRequest/sr-" + world.a))));
        checks.forbidden(
                42,
                "Patient A cannot send a response about nobody",
                a,
                Ask.post(
                        "/QuestionnaireResponse",
                        "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\"}"),
                WRITTEN_IS_OF_A_PATIENT_REACHED);
        checks.forbidden(
                42,
                "Patient A cannot send a response about whom an identifier names",
                a,
                Ask.post(
                        "/QuestionnaireResponse",
                        "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\","
                                + "\"subject\":{\"identifier\":{\"value\":\"x\"}}}"),
                WRITTEN_IS_OF_A_PATIENT_REACHED);
        authors(world).forEach((who, author) -> {
            for (String role : new String[] {"author", "source"}) {
                checks.forbidden(
                        42,
                        "Patient A cannot name " + who + " as " + role,
                        a,
                        Ask.post(
                                "/QuestionnaireResponse",
                                World.also("\"" + role + "\":{\"reference\":\"" + author + "\"}", world.answerOfA())),
                        who.equals("their clinician") ? new Rule[] {AUTHOR_IS_WHO_WRITES} : new Rule[0]);
            }
        });
        checks.forbidden(
                42,
                "A's clinician cannot write in the name of another clinician",
                checks.visitors.own(),
                Ask.post(
                        "/QuestionnaireResponse",
                        World.also(
                                "\"author\":{\"reference\":\"Practitioner/outside-" + world.suffix + "\"}",
                                world.answerOfA())),
                AUTHOR_IS_WHO_WRITES);
        checks.forbidden(
                42,
                "A's clinician cannot write in the name of B",
                checks.visitors.own(),
                Ask.post(
                        "/QuestionnaireResponse",
                        World.also("\"author\":{\"reference\":\"Patient/" + world.b + "\"}", world.answerOfA())));
        references(world).forEach((how, members) -> {
            checks.forbidden(
                    15,
                    "Patient A cannot refer to B " + how,
                    a,
                    Ask.post("/QuestionnaireResponse", World.also(members, world.answerOfA())),
                    how.equals("as an encounter") ? new Rule[] {REFERENCES_STAY_WITHIN_REACH} : new Rule[0]);
            checks.forbidden(
                    15,
                    "Patient A cannot change a response to refer to B " + how,
                    a,
                    Ask.put(
                            "/QuestionnaireResponse/qr-" + world.a,
                            World.also("\"id\":\"qr-" + world.a + "\"," + members, world.answerOfA())));
        });
        checks.forbidden(
                45,
                "Patient A cannot answer the homework of B",
                a,
                Ask.post("/QuestionnaireResponse", world.answer("Patient/" + world.a, "ServiceRequest/sr-" + world.b)));
        checks.forbidden(
                45,
                "Patient A cannot answer the plan of B",
                a,
                Ask.post("/QuestionnaireResponse", world.answer("Patient/" + world.a, "CarePlan/cp-" + world.b)));
        checks.forbidden(
                45,
                "Patient A cannot answer a version of the homework of B",
                a,
                Ask.post(
                        "/QuestionnaireResponse",
                        world.answer("Patient/" + world.a, "ServiceRequest/sr-" + world.b + "/_history/1")));
        checks.refused(
                45,
                "Patient A cannot answer the homework of B at another address",
                a,
                Ask.post(
                        "/QuestionnaireResponse",
                        world.answer(
                                "Patient/" + world.a,
                                world.ehr.base().replace("http", "HTTP") + "/ServiceRequest/sr-" + world.b)));
        checks.refused(
                45,
                "Patient A cannot name an occasion of B",
                a,
                Ask.post("/QuestionnaireResponse", World.also(occasion(world.b), world.answerOfA())));
        checks.refused(
                48,
                "Patient A cannot take back that it is done",
                a,
                Ask.put(
                        "/QuestionnaireResponse/qr-" + world.a,
                        World.also(
                                "\"id\":\"qr-" + world.a + "\"",
                                world.answer("Patient/" + world.a, "ServiceRequest/sr-" + world.a, "in-progress"))));
    }

    private static Map<String, String> subjects(World world) {
        Map<String, String> subjects = new LinkedHashMap<>();
        subjects.put("B", "Patient/" + world.b);
        subjects.put("a version of B", "Patient/" + world.b + "/_history/1");
        subjects.put("B by an absolute reference", world.ehr.base() + "/Patient/" + world.b);
        subjects.put("B in capitals", world.ehr.base().replace("http", "HTTP") + "/Patient/" + world.b);
        subjects.put("A at another server", "https://elsewhere.example/fhir/Patient/" + world.a);
        subjects.put("B with a slash too many", "Patient//" + world.b);
        subjects.put("B from the root", "/Patient/" + world.b);
        subjects.put("B by their birthday", "Patient?birthdate=1991-01-01");
        subjects.put("a placeholder", "urn:uuid:0b5d2f1e-1111-4222-8333-444455556666");
        subjects.put("what it contains", "#p");
        subjects.put("a group", "Group/group-" + world.b);
        subjects.put("an id without a type", world.b);
        return subjects;
    }

    private static Map<String, String> authors(World world) {
        Map<String, String> authors = new LinkedHashMap<>();
        authors.put("B", "Patient/" + world.b);
        authors.put("their clinician", "Practitioner/own-" + world.suffix);
        authors.put("their clinician at another server", "https://elsewhere.example/Practitioner/own-" + world.suffix);
        authors.put("a role", "PractitionerRole/role-notes-" + world.suffix);
        authors.put("a device", "Device/x");
        authors.put("what it contains", "#p");
        authors.put("a proxy", "RelatedPerson/proxy-" + world.minor);
        return authors;
    }

    private static Map<String, String> references(World world) {
        String b = world.b;

        Map<String, String> references = new LinkedHashMap<>();
        references.put("as an encounter", "\"encounter\":{\"reference\":\"Encounter/enc-" + b + "\"}");
        references.put("as what it is part of", "\"partOf\":[{\"reference\":\"Observation/obs-" + b + "\"}]");
        references.put(
                "in an extension",
                "\"extension\":[{\"url\":\"http://example.org/x\",\"valueReference\":{\"reference\":\"Patient/" + b
                        + "\"}}]");
        references.put(
                "by the task of the occasion",
                "\"extension\":[{\"url\":\"https://w3id.org/cbt-homework/fhir/StructureDefinition/occasion\","
                        + "\"valueReference\":{\"reference\":\"Task/task-" + b + "\"}}]");
        references.put(
                "in what it contains",
                "\"contained\":[{\"resourceType\":\"Observation\",\"id\":\"o\",\"status\":\"final\","
                        + "\"code\":{\"text\":\"x\"},\"subject\":{\"reference\":\"Patient/" + b
                        + "\"}}],\"partOf\":[{\"reference\":\"#o\"}]");
        references.put("by a condition", "\"encounter\":{\"reference\":\"Encounter?identifier=x\"}");
        references.put(
                "by an absolute reference",
                "\"encounter\":{\"reference\":\"" + world.ehr.base() + "/Encounter/enc-" + b + "\"}");
        references.put(
                "in a label's extension",
                "\"meta\":{\"extension\":[{\"url\":\"http://example.org/x\",\"valueReference\":"
                        + "{\"reference\":\"Patient/" + b + "\"}}]}");
        references.put("in an identifier", "\"identifier\":{\"assigner\":{\"reference\":\"Patient/" + b + "\"}}");
        for (String target : new String[] {
            "Observation/obs-", "Appointment/app-", "Group/group-", "Basic/basic-", "Provenance/prov-", "Binary/bin-"
        }) {
            references.put(
                    "in the extension of an answer by " + target,
                    "\"text\":{\"status\":\"generated\",\"div\":"
                            + "\"<div xmlns='http://www.w3.org/1999/xhtml'>x</div>\"},\"extension\":[{\"url\":\"http://example.org/x\","
                            + "\"valueReference\":{\"reference\":\"" + target + b + "\"}}]");
        }
        return references;
    }

    private static String occasion(String who) {
        return "\"extension\":[{\"url\":\"https://w3id.org/cbt-homework/fhir/StructureDefinition/occasion\",\"valueReference\":"
                + "{\"identifier\":{\"system\":\"https://w3id.org/cbt-homework/fhir/occasion\",\"value\":\"sr-" + who
                + "/2026-03-02T20:00\"}}}]";
    }
}
