package org.cbthomework.demo.access;

import static org.cbthomework.plugin.access.rule.Rule.HISTORY_IS_OF_ONE_RESOURCE;
import static org.cbthomework.plugin.access.rule.Rule.SEARCHES_STAY_IN_THEIR_TYPE;
import static org.cbthomework.plugin.access.rule.Rule.SEARCH_IS_NARROWED;
import static org.cbthomework.plugin.access.rule.Rule.WHAT_IS_NOBODYS_IS_FOR_SYSTEMS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches and histories tell of one's own patients alone, totals included; families 2 to 7, 17 and 60. */
final class Searching {

    private Searching() {}

    static void tryAll(Checks checks) {
        World world = checks.world;
        Map<String, String> who = new LinkedHashMap<>();
        who.put("Patient A", checks.visitors.patientA().signed());
        who.put("A clinician of others", checks.visitors.outside());
        who.forEach((name, token) -> {
            named(checks, name, token);
            elsewhere(checks, name, token);
            histories(checks, name, token);
        });
        unfiltered(checks, "Patient A", checks.visitors.patientA().signed(), 1);
        unfiltered(checks, "A clinician of others", checks.visitors.outside(), 0);
        kinds(checks, world);
        caps(checks);
    }

    private static void named(Checks checks, String name, String token) {
        String b = checks.world.b;
        for (String type : List.of(
                "QuestionnaireResponse",
                "Observation",
                "Task",
                "ServiceRequest",
                "Communication",
                "Goal",
                "CarePlan",
                "List")) {
            for (String criterion : List.of("patient=Patient/" + b, "patient=" + b, "patient:Patient=" + b)) {
                checks.forbidden(
                        3,
                        name + " cannot search " + type + " by " + criterion,
                        token,
                        Ask.get("/" + type + "?" + criterion));
            }
            checks.forbidden(
                    3,
                    name + " cannot search " + type + " in a form",
                    token,
                    Ask.form("/" + type + "/_search", "patient=" + b));
            checks.forbidden(
                    3,
                    name + " cannot slip B in beside A for " + type,
                    token,
                    Ask.get("/" + type + "?patient=Patient/" + checks.world.a + ",Patient/" + b));
        }
        checks.forbidden(
                3, name + " cannot search by subject", token, Ask.get("/QuestionnaireResponse?subject=Patient/" + b));
        checks.forbidden(
                3,
                name + " cannot search by an absolute reference",
                token,
                Ask.get("/QuestionnaireResponse?subject=" + checks.world.ehr.base() + "/Patient/" + b));
        checks.forbidden(3, name + " cannot search patients by id", token, Ask.get("/Patient?_id=" + b));
        checks.refused(
                3, name + " cannot search in the compartment of B", token, Ask.get("/Patient/" + b + "/Observation"));
    }

    private static void unfiltered(Checks checks, String name, String token, int own) {
        World world = checks.world;
        Map<String, Ask> asks = new LinkedHashMap<>();
        asks.put("without criteria", Ask.get("/Condition"));
        asks.put("in a form without criteria", Ask.form("/Condition/_search", ""));
        asks.put("by GET _search", Ask.get("/Condition/_search?_lastUpdated=gt2020-01-01"));
        asks.put("by the time of change", Ask.get("/Condition?_lastUpdated=gt2020-01-01&_sort=-_lastUpdated"));
        asks.put("by the ids of A and B", Ask.get("/Condition?_id=cond-" + world.a + ",cond-" + world.b));
        asks.put("with a count alone", Ask.get("/Condition?_summary=count"));
        asks.put("with no entries", Ask.get("/Condition?_count=0"));
        asks.put("with an accurate total", Ask.get("/Condition?_total=accurate&_count=1"));
        asks.put("from an offset", Ask.get("/Condition?_offset=0&_count=50&_total=accurate"));
        asks.put("for whom there is some subject", Ask.get("/Condition?subject:missing=false&_summary=count"));
        asks.put("for all who are not A", Ask.get("/Condition?code:not=x&_total=accurate"));
        asks.put("by marks", Ask.get("/Condition?identifier:missing=false&_total=accurate"));
        asks.forEach((what, ask) -> {
            if (own > 0) {
                checks.counts(
                        17,
                        name + " searches " + what + " and is told of A alone",
                        token,
                        ask,
                        own,
                        SEARCH_IS_NARROWED);
            } else {
                checks.silent(4, name + " searches " + what + " and is told of nobody else", token, ask);
            }
        });
        checks.counts(
                5,
                name + " searches by what all share and is told of nobody else",
                token,
                Ask.get("/Condition?identifier=https://example.org/mark%7C&_total=accurate"),
                own,
                SEARCH_IS_NARROWED);
        checks.counts(
                5,
                name + " searches by the birthday of B and finds nobody",
                token,
                Ask.get("/Patient?birthdate=1991-01-01&_total=accurate"),
                0,
                SEARCH_IS_NARROWED);
        checks.counts(
                5,
                name + " searches by a birthday of nobody and finds nobody",
                token,
                Ask.get("/Patient?birthdate=1801-01-01&_total=accurate"),
                0);
    }

    private static void elsewhere(Checks checks, String name, String token) {
        World world = checks.world;
        for (String search : List.of(
                "Observation?subject.name=mark",
                "Observation?subject:Patient.name=mark",
                "Observation?patient.identifier=x",
                "Patient?_has:Observation:patient:code=x",
                "Practitioner?_has:CareTeam:participant:patient=" + world.b,
                "Practitioner?_has:Observation:performer:patient=Patient/" + world.b,
                "Observation?_include=*",
                "Observation?_include=Observation:subject",
                "Observation?_include:iterate=Observation:subject",
                "Observation?_include:recurse=Observation:subject",
                "Practitioner?_revinclude=*",
                "Patient?_revinclude=Observation:patient",
                "Questionnaire?_revinclude=QuestionnaireResponse:questionnaire",
                "Organization?_revinclude:iterate=Patient:organization",
                "Observation?_filter=subject%20eq%20Patient/" + world.b,
                "Observation?_content=mark",
                "Observation?_text=mark",
                "Observation?_list=list-" + world.b,
                "Observation?_source=x",
                "Observation?_type=Patient",
                "Observation?_contained=both",
                "Observation?_containedType=contained",
                "Observation?_sort=subject.name",
                "Observation?_sort=-patient.birthdate",
                "Patient?_list=list-" + world.b,
                "Condition?code:in=http://example.org/vs",
                "Condition?code:text=mark",
                "Condition?subject:Patient.identifier=x&_summary=count")) {
            checks.forbidden(
                    7, name + " cannot search " + search, token, Ask.get("/" + search), SEARCHES_STAY_IN_THEIR_TYPE);
        }
        checks.forbidden(
                6,
                name + " cannot search by a reverse chain in a form",
                token,
                Ask.form("/Patient/_search", "_has:Observation:patient:code=x"));
    }

    private static void histories(Checks checks, String name, String token) {
        for (String history : List.of(
                "/_history",
                "/QuestionnaireResponse/_history",
                "/Patient/_history?_since=2020-01-01T00:00:00Z",
                "/AuditEvent/_history",
                "/Questionnaire/_history?_count=1")) {
            checks.forbidden(2, name + " cannot see " + history, token, Ask.get(history), HISTORY_IS_OF_ONE_RESOURCE);
        }
    }

    /** Of types that are nobody's, or that are not known to be somebody's, not even a number is told. */
    private static void kinds(Checks checks, World world) {
        String a = checks.visitors.patientA().signed();
        String outside = checks.visitors.outside();
        for (String type : List.of(
                "Group",
                "Appointment",
                "Basic",
                "Provenance",
                "Binary",
                "AuditEvent",
                "Person",
                "Bundle",
                "MedicationAdministration",
                "Subscription",
                "Device")) {
            checks.forbidden(
                    17,
                    "Patient A cannot count " + type,
                    a,
                    Ask.get("/" + type + "?_summary=count"),
                    WHAT_IS_NOBODYS_IS_FOR_SYSTEMS);
            checks.forbidden(
                    17,
                    "A clinician of others cannot search " + type,
                    outside,
                    Ask.get("/" + type + "?_total=accurate"));
        }
        checks.forbidden(3, "Patient A cannot search appointments of B", a, Ask.get("/Appointment?patient=" + world.b));
        checks.forbidden(3, "Patient A cannot search the audit trail", a, Ask.get("/AuditEvent?patient=" + world.b));
    }

    private static void caps(Checks checks) {
        String a = checks.visitors.patientA().signed();
        checks.counts(
                60,
                "Patient A asks for a billion and is told of A alone",
                a,
                Ask.get("/Condition?_count=1000000000&_total=accurate"),
                1,
                SEARCH_IS_NARROWED);
        checks.refused(
                60,
                "Patient A cannot chain fifty times",
                a,
                Ask.get("/Observation?" + "subject.name=x&".repeat(50)),
                SEARCHES_STAY_IN_THEIR_TYPE);
        checks.refused(60, "Patient A cannot ask for an offset before the first", a, Ask.get("/Condition?_offset=-1"));
    }
}
