package org.cbthomework.demo.access;

import static org.cbthomework.plugin.access.rule.Rule.AUDIT_IS_FOR_AUDITORS;
import static org.cbthomework.plugin.access.rule.Rule.ISSUER_GRANTS_WHAT_IT_MAY;
import static org.cbthomework.plugin.access.rule.Rule.SCOPE_FILTERS_ARE_MET;
import static org.cbthomework.plugin.access.rule.Rule.SCOPE_HAS_THE_LETTER;

import java.util.List;
import java.util.UUID;

/** Scopes grant what they say and nothing besides, even of one's own; family 24. */
final class Scoped {

    private static final String SURVEYS = "patient/Observation.rs?category=survey";

    private Scoped() {}

    static void tryAll(Checks checks) {
        letters(checks);
        words(checks);
        filters(checks);
        audit(checks);
        World world = checks.world;
        String limited = checks.visitors
                .patientA()
                .claim("iss", org.cbthomework.demo.harness.TestIssuer.TRUSTED.nameForTenant())
                .claim("tenant", org.cbthomework.demo.harness.TestIssuer.TENANT)
                .signed();
        checks.forbidden(
                24,
                "Patient A gets no more of an issuer than it may grant",
                limited,
                Ask.get("/Patient/" + world.a),
                ISSUER_GRANTS_WHAT_IT_MAY);
        checks.forbidden(
                24,
                "Patient A writes nothing by an issuer that grants reading",
                limited,
                Ask.post("/QuestionnaireResponse", world.answerOfA()),
                ISSUER_GRANTS_WHAT_IT_MAY);
    }

    private static void letters(Checks checks) {
        World world = checks.world;
        Ask read = Ask.get("/QuestionnaireResponse/qr-" + world.a);
        Ask history = Ask.get("/QuestionnaireResponse/qr-" + world.a + "/_history");
        Ask search = Ask.get("/QuestionnaireResponse?patient=" + world.a);
        Ask create = Ask.post("/QuestionnaireResponse", world.answerOfA());
        String uuid = UUID.randomUUID().toString();
        Ask put = Ask.put("/QuestionnaireResponse/" + uuid, World.also("\"id\":\"" + uuid + "\"", world.answerOfA()));
        Ask patch = Ask.jsonPatch(
                "/QuestionnaireResponse/qr-" + world.a, "[{\"op\":\"add\",\"path\":\"/language\",\"value\":\"de\"}]");
        Ask delete = Ask.delete("/QuestionnaireResponse/qr-" + world.a);
        Ask batch = Ask.post(
                "/", Bundles.of("transaction", Bundles.entry("POST", "QuestionnaireResponse", world.answerOfA())));
        for (String level : List.of("patient", "user")) {
            String type = level + "/QuestionnaireResponse.";
            deny(checks, type + "r", search, create, put, patch, delete, batch);
            deny(checks, type + "s", read, history, create, put, patch, delete);
            deny(checks, type + "rs", create, put, patch, delete, batch);
            deny(checks, type + "read", create, put, patch, delete, batch);
            deny(checks, type + "c", read, search, put, patch, delete);
            deny(checks, type + "u", read, search, create, delete, batch);
            deny(checks, type + "cu", read, search, history, delete);
            deny(checks, type + "write", read, search, history);
            deny(checks, level + "/Observation.cruds", read, search, create, put, patch, delete, batch);
        }
    }

    private static void words(Checks checks) {
        World world = checks.world;
        for (String scope : List.of(
                "",
                "openid fhirUser launch/patient",
                "patient/QuestionnaireResponse",
                "patient/QuestionnaireResponse.",
                "patient/QuestionnaireResponse.sr",
                "patient/QuestionnaireResponse.rx",
                "patient/QuestionnaireResponse.RS",
                "patient/questionnaireresponse.rs",
                "Patient/QuestionnaireResponse.rs",
                "patient/QuestionnaireResponse.rr",
                "patient/*QuestionnaireResponse.rs",
                "patient/Questionnaire*.rs",
                "patient/QuestionnaireResponse.rs?",
                "patient/QuestionnaireResponse.rs?status",
                "patient/QuestionnaireResponse.rs?patient.name=x",
                "patient/QuestionnaireResponse.rs?_has:Observation:patient:code=x",
                "system/QuestionnaireResponse.rs",
                "system/*.*",
                "launch/QuestionnaireResponse.rs",
                "patient/QuestionnaireResponse.readwrite",
                "patients/QuestionnaireResponse.rs",
                "patient/QuestionnaireResponse.rs;patient/*.*",
                "patient\\QuestionnaireResponse.rs",
                "*/QuestionnaireResponse.rs",
                "*")) {
            deny(
                    checks,
                    scope,
                    Ask.get("/QuestionnaireResponse/qr-" + world.a),
                    Ask.get("/QuestionnaireResponse?patient=" + world.a));
        }
        for (String wildcard : List.of(
                "patient/*.*",
                "patient/*.cruds",
                "patient/*.rs patient/*.rs",
                "user/*.* patient/*.*",
                "system/*.* patient/*.*",
                "patient/Patient.rs patient/*.read")) {
            String token = checks.visitors.patientA(wildcard);
            checks.forbidden(
                    24, "The wildcard " + wildcard + " does not reach B", token, Ask.get("/Patient/" + world.b));
            checks.forbidden(
                    24,
                    "The wildcard " + wildcard + " does not find B",
                    token,
                    Ask.get("/Observation?patient=" + world.b));
            checks.forbidden(
                    24, "The wildcard " + wildcard + " is for no group", token, Ask.get("/Group/group-" + world.a));
        }
    }

    private static void filters(Checks checks) {
        World world = checks.world;
        String a = checks.visitors.patientA(SURVEYS);
        Ask vital = Ask.get("/Observation/vital-" + world.a);
        checks.forbidden(24, "Surveys alone are granted, and no vital signs", a, vital, SCOPE_FILTERS_ARE_MET);
        checks.forbidden(
                24,
                "Surveys alone are granted, and no earlier vital signs",
                a,
                Ask.get(vital.path() + "/_history/1"),
                SCOPE_FILTERS_ARE_MET);
        checks.counts(
                24,
                "Surveys alone are granted, and vital signs are not found",
                a,
                Ask.get("/Observation?_id=vital-" + world.a),
                0,
                SCOPE_FILTERS_ARE_MET);
        checks.counts(
                24,
                "Surveys alone are granted, and vital signs are not counted",
                a,
                Ask.get("/Observation?_id=vital-" + world.a + "&_summary=count"),
                0,
                SCOPE_FILTERS_ARE_MET);
        checks.counts(
                24,
                "Surveys alone are granted, whatever is asked for",
                a,
                Ask.get("/Observation?_id=vital-" + world.a + "&category=vital-signs"),
                0,
                SCOPE_FILTERS_ARE_MET);
        checks.forbidden(24, "Surveys alone are granted, and nothing else", a, Ask.get("/Condition/cond-" + world.a));
        checks.forbidden(24, "Surveys alone are granted, and none of B", a, Ask.get("/Observation/obs-" + world.b));
        String two = checks.visitors.patientA(SURVEYS + " patient/Observation.rs?category=laboratory");
        checks.forbidden(24, "Nothing is counted over different criteria", two, Ask.get("/Observation?_summary=count"));
        checks.forbidden(
                24, "Nothing is totalled over different criteria", two, Ask.get("/Observation?_total=accurate"));
        checks.forbidden(
                24, "Nothing is told by an empty page over different criteria", two, Ask.get("/Observation?_count=0"));
        checks.counts(
                24,
                "Found over different criteria is what meets one",
                two,
                Ask.get("/Observation?_id=vital-" + world.a),
                0);
        String clinician = checks.visitors
                .clinician("own")
                .scope("user/Observation.cruds?category=survey")
                .signed();
        checks.forbidden(
                24,
                "A clinician for surveys writes no vital signs",
                clinician,
                Ask.post("/Observation", observation(world.a, "vital-signs")),
                SCOPE_FILTERS_ARE_MET);
        checks.forbidden(
                24,
                "A clinician for surveys deletes no vital signs",
                clinician,
                Ask.delete("/Observation/vital-" + world.a));
        checks.forbidden(
                24,
                "A clinician for surveys makes no survey of vital signs",
                clinician,
                Ask.put(
                        "/Observation/vital-" + world.a,
                        World.also("\"id\":\"vital-" + world.a + "\"", observation(world.a, "survey"))));
        checks.forbidden(
                24,
                "A clinician for surveys makes no vital signs of a survey",
                clinician,
                Ask.jsonPatch(
                        "/Observation/obs-" + world.a,
                        "[{\"op\":\"replace\",\"path\":\"/category/0/coding/0/code\",\"value\":\"vital-signs\"}]"));
    }

    static String observation(String patient, String category) {
        return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"category\":[{\"coding\":[{\"system\":"
                + "\"http://terminology.hl7.org/CodeSystem/observation-category\",\"code\":\"" + category
                + "\"}]}],\"subject\":{\"reference\":\"Patient/" + patient + "\"}}";
    }

    private static void audit(Checks checks) {
        Ask read = Ask.get("/AuditEvent/" + checks.world.audit);
        checks.forbidden(
                24, "A's clinician cannot read the audit trail", checks.visitors.own(), read, AUDIT_IS_FOR_AUDITORS);
        checks.forbidden(
                24,
                "Patient A cannot read the audit trail",
                checks.visitors.patientA().signed(),
                read);
        checks.forbidden(
                24, "A's clinician cannot search the audit trail", checks.visitors.own(), Ask.get("/AuditEvent"));
        checks.forbidden(
                24,
                "Whoever sees notes cannot count the audit trail",
                checks.visitors.clinician("notes").signed(),
                Ask.get("/AuditEvent?_summary=count"));
        checks.forbidden(
                24,
                "An auditor cannot see patients",
                checks.visitors.clinician("auditor").signed(),
                Ask.get("/Patient/" + checks.world.b));
        checks.forbidden(
                24,
                "An auditor without the scope cannot read the audit trail",
                checks.visitors.clinician("auditor").scope("user/Patient.rs").signed(),
                read);
    }

    private static void deny(Checks checks, String scope, Ask... asks) {
        for (Ask ask : asks) {
            checks.forbidden(
                    24,
                    "The scope '" + scope + "' is not for " + ask.method() + " " + kind(ask.path()),
                    checks.visitors.patientA(scope),
                    ask,
                    SCOPE_HAS_THE_LETTER);
        }
    }

    private static String kind(String path) {
        return path.contains("?")
                ? "of a search"
                : path.contains("_history") ? "of a history" : path.split("/").length > 2 ? "of one" : "";
    }
}
