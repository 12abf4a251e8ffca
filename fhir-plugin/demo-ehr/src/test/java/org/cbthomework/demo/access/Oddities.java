package org.cbthomework.demo.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests as nobody should send them; families 1, 58, 60 and 62. */
final class Oddities {

    private Oddities() {}

    static void tryAll(Checks checks) {
        World world = checks.world;
        String b = world.b;
        String a = checks.visitors.patientA().signed();
        for (String path : List.of(
                "/Patient/" + b + "/",
                "/Patient//" + b,
                "/Patient/./" + b,
                "/Patient/x/../" + b,
                "/Patient%2F" + b,
                "/Patient/" + b + "%00",
                "/%50atient/" + b,
                "/Patient/" + b + ";x=y",
                "/Patient;x=y/" + b,
                "/Patient/" + b + "?_format=xml",
                "/Patient/" + b + "?_format=html/json",
                "/Patient/" + b + "?_format=ttl",
                "/Patient/" + b + "?_format=nonsense",
                "/Patient/" + b + "?_summary=text",
                "/Patient/" + b + "?_summary=count",
                "/Patient/" + b + "?_raw=true",
                "/Patient/" + b + "?_id=" + world.a,
                "/Patient/" + b + "/_history/1/",
                "/patient/" + b,
                "/Patient/" + b + "/_history/1?_format=html",
                "/Patient/" + b + "/_search",
                "/Patient/" + b + "/*",
                "/Patient/" + b + "/_history?_count=1&_since=2020-01-01",
                "/Patient/" + b + "/_history?_at=2026-03-02",
                "/Nonsense/" + b,
                "/Patient/" + b + "/_history/x",
                "/Patient/" + b + "?_getpages=x",
                "/Patient/" + b + "?_pretty=true",
                "/Patient/" + b + "%2F_history",
                "/Patient/" + b + "/$x",
                "/Patient/" + b + "?x=%27%20OR%201=1--",
                "/QuestionnaireResponse/qr-" + b + "?patient=Patient/" + world.a)) {
            checks.refused(1, "Patient A gets nothing from " + path, a, Ask.get(path));
        }
        headers(world).forEach((what, ask) -> checks.refused(1, "Patient A gets nothing " + what, a, ask));
        for (String method : List.of("OPTIONS", "TRACE", "POST")) {
            checks.nothing(1, "Patient A gets nothing by " + method, a, Ask.of(method, "/Patient/" + b, null));
        }
        for (String body : List.of(
                "",
                "{",
                "{}",
                "null",
                "[]",
                "\"x\"",
                "{\"resourceType\":\"Nonsense\"}",
                "{\"resourceType\":\"Patient\"}",
                "{\"resourceType\":\"QuestionnaireResponse\",\"subject\":{\"reference\":17}}",
                "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"nonsense\"}",
                "<x/>")) {
            checks.refused(62, "Patient A gets a plain answer to " + body, a, Ask.post("/QuestionnaireResponse", body));
            checks.refused(62, "Patient A gets a plain answer to a bundle " + body, a, Ask.post("/", body));
            checks.refused(
                    62,
                    "Patient A gets a plain answer to a patch " + body,
                    a,
                    Ask.jsonPatch("/QuestionnaireResponse/qr-" + b, body));
        }
        for (String search : List.of(
                "Condition?_lastUpdated=nonsense",
                "Condition?nonsense=x",
                "Condition?onset-date=x",
                "Condition?_count=x",
                "Condition?_sort=nonsense",
                "Condition?_sort=x")) {
            checks.refused(62, "Patient A gets a plain answer to " + search, a, Ask.get("/" + search));
        }
    }

    private static Map<String, Ask> headers(World world) {
        Ask read = Ask.get("/Patient/" + world.b);
        Map<String, Ask> asks = new LinkedHashMap<>();
        asks.put("in HTML", read.with("Accept", "text/html"));
        asks.put("in Turtle", read.with("Accept", "text/turtle"));
        asks.put("as bytes", Ask.get("/Binary/bin-" + world.b).with("Accept", "application/octet-stream"));
        asks.put("as a text", Ask.get("/Binary/bin-" + world.b).with("Accept", "text/plain"));
        asks.put("later", read.with("Prefer", "respond-async"));
        asks.put(
                "of another method",
                Ask.of("POST", "/Patient/" + world.b, "{\"resourceType\":\"Patient\"}")
                        .with("X-HTTP-Method-Override", "GET"));
        asks.put("of an older time", read.with("If-Modified-Since", "Mon, 23 Nov 2020 06:00:00 GMT"));
        asks.put("from a cache", read.with("Cache-Control", "only-if-cached"));
        asks.put("past a cache", read.with("Cache-Control", "no-store, max-results=5"));
        asks.put(
                "through a proxy",
                read.with("X-Forwarded-Host", "elsewhere.example").with("X-Forwarded-Prefix", "/x"));
        asks.put("in another partition", read.with("X-Request-Partition-IDs", "1"));
        asks.put("with a trace of its own", read.with("X-Request-ID", "x'y<z>"));
        asks.put(
                "by a cascade",
                Ask.delete("/Patient/" + world.b + "?_cascade=delete").with("X-Cascade", "delete"));
        asks.put("by expunging", Ask.delete("/Patient/" + world.b + "?_expunge=true"));
        asks.put(
                "by rewriting history",
                Ask.put("/QuestionnaireResponse/qr-" + world.b + "/_history/1", world.answerOfA())
                        .with("X-Rewrite-History", "true"));
        asks.put("by a meta snapshot", read.with("X-Meta-Snapshot-Mode", "TAG"));
        asks.put("by a retry", read.with("X-Retry-On-Version-Conflict", "retry; max-retries=3"));
        return asks;
    }
}
