package org.cbthomework.plugin.input;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** For each rule of bodies and searches, requests that break it and no other. */
final class Offences {

    static final String ANSWERED = """
            {"resourceType": "QuestionnaireResponse", "status": "completed",
             "item": [{"linkId": "a", "answer": [{"valueString": "%s"}]}]}""";

    private Offences() {}

    static Map<String, Consumer<Guards>> of(Rule rule) {
        return switch (rule) {
            case BODY_SIZE ->
                Map.of(
                        "announced", guards -> read(guards, new byte[0], 2_000_000, ""),
                        "unannounced", guards -> read(guards, new byte[1_048_577], -1, ""),
                        "a gzip bomb", guards -> read(guards, gzip(new byte[5_000_000]), -1, "gzip"));
            case CONTENT_ENCODING -> Map.of("brotli", guards -> read(guards, new byte[1], 1, "br"));
            case TEXT_ENCODING ->
                Map.of(
                        "Latin 1", guards -> decode(guards, "ä".getBytes(StandardCharsets.ISO_8859_1)),
                        "a byte order mark", guards -> decode(guards, "\uFEFF{}".getBytes(StandardCharsets.UTF_8)),
                        "an overlong slash", guards -> decode(guards, new byte[] {(byte) 0xC0, (byte) 0xAF}),
                        "a declaration", guards -> xml(guards, "<?xml version='1.0' encoding='UTF-16'?><a/>"));
            case SYNTAX ->
                Map.of(
                        "cut", guards -> json(guards, "{\"a\": [1, 2"),
                        "two documents", guards -> json(guards, "{} {}"),
                        "an array", guards -> json(guards, "[]"),
                        "nothing", guards -> json(guards, " "),
                        "single quotes", guards -> json(guards, "{'a': 1}"),
                        "not a number", guards -> json(guards, "{\"a\": NaN}"),
                        "cut XML", guards -> xml(guards, "<a><b></a>"),
                        "two XML documents", guards -> xml(guards, "<a/><a/>"),
                        "an HTML entity", guards -> xml(guards, "<a>&nbsp;</a>"),
                        "NUL in XML", guards -> xml(guards, "<a b='&#0;'/>"));
            case PATHS ->
                Map.of(
                        "a loop", guards -> fhirPathPatch(guards, "Patient.repeat(descendants())"),
                        "a regular expression",
                                guards -> fhirPathPatch(guards, "Patient.name.where(family.matches('(a+)+$'))"),
                        "nesting", guards -> fhirPathPatch(guards, "(".repeat(200) + "Patient" + ")".repeat(200)),
                        "length", guards -> fhirPathPatch(guards, "Patient" + ".a".repeat(300)),
                        "a choice that computes",
                                guards -> fhirPathPatch(guards, "Patient.name.where(given.count() = '1')"),
                        "XPath from everywhere", guards -> xmlPatch(guards, "//*[//*[//*]]"),
                        "XPath that computes", guards -> xmlPatch(guards, "/Patient[count(*)>1]"));
            case DUPLICATE_KEYS ->
                Map.of(
                        "plain", guards -> json(guards, "{\"a\": 1, \"a\": 2}"),
                        "escaped", guards -> json(guards, "{\"x\": {\"a\": 1, \"\\u0061\": 2}}"));
            case DOCTYPE ->
                Map.of(
                        "XXE", guards -> xml(guards, "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hosts'>]><a b='c'/>"),
                        "plain", guards -> xml(guards, "<!DOCTYPE html><a/>"));
            case DEPTH ->
                Map.of(
                        "arrays", guards -> json(guards, "{\"a\":" + "[".repeat(1001) + "]".repeat(1001) + "}"),
                        "objects", guards -> json(guards, "{\"a\":".repeat(101) + "1" + "}".repeat(101)),
                        "elements", guards -> xml(guards, "<a>".repeat(3000) + "</a>".repeat(3000)),
                        "narrative in JSON",
                                guards ->
                                        json(guards, "{\"div\":\"" + "<b>".repeat(3000) + "</b>".repeat(3000) + "\"}"));
            case ITEMS ->
                Map.of(
                        "values of an entry",
                                guards -> new JsonCheck(guards, Format.JSON, 800_000, false)
                                        .isSuspect("{\"entry\":[{},{\"a\":[1" + ",1".repeat(60_000) + "]}]}"),
                        "elements of an entry",
                                guards -> new XmlCheck(guards, 800_000)
                                        .isSuspect("<a><b/><b>" + "<c/>".repeat(60_000) + "</b></a>"),
                        "values", guards -> json(guards, "{\"a\":[1" + ",1".repeat(200_000) + "]}"),
                        "elements", guards -> xml(guards, "<a>" + "<b/>".repeat(200_000) + "</a>"));
            case TEXT_LENGTH ->
                Map.of(
                        "a string", guards -> json(guards, "{\"a\":\"" + "x".repeat(1_048_577) + "\"}"),
                        "a name", guards -> json(guards, "{\"" + "x".repeat(201) + "\": 1}"),
                        "an attribute", guards -> xml(guards, "<a b='" + "x".repeat(1_048_577) + "'/>"),
                        "text", guards -> xml(guards, "<a>" + "x".repeat(1_048_577) + "</a>"));
            case NUMBERS ->
                Map.of(
                        "a million digits", guards -> json(guards, "{\"a\":" + "1".repeat(1_000_000) + "}"),
                        "an exponent", guards -> json(guards, "{\"a\": 1e999999999}"),
                        "an exponent of many digits", guards -> json(guards, "{\"a\": 1e-" + "9".repeat(30) + "}"),
                        "digits in a string", guards -> json(guards, "{\"a\":\"" + "0".repeat(1001) + "\"}"),
                        "digits in XML", guards -> xml(guards, "<a value='" + "1".repeat(100_000) + "'/>"),
                        "a decimal in XML", guards -> resource(guards, Format.XML, observation("1e999999999")),
                        "a decimal as a JSON string",
                                guards -> resource(
                                        guards,
                                        Format.JSON,
                                        "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":\"1e999\"}}"),
                        "a decimal in a Bundle",
                                guards -> resource(
                                        guards,
                                        Format.XML,
                                        "<Bundle xmlns='http://hl7.org/fhir'><entry><resource>" + observation("1e99")
                                                + "</resource></entry></Bundle>"),
                        "a patch",
                                guards -> new Bodies(FhirContext.forR4Cached(), guards)
                                        .check("[{\"value\": \"1e999\"}]", Format.JSON_PATCH, true, false, true));
            case CHARACTERS ->
                Map.of(
                        "NUL", guards -> json(guards, ANSWERED.formatted("\\u0000")),
                        "a lone surrogate", guards -> json(guards, ANSWERED.formatted("\\ud800")),
                        "surrogates the wrong way round", guards -> json(guards, ANSWERED.formatted("\\udc00\\ud800")),
                        "another control character", guards -> json(guards, ANSWERED.formatted("\\u0001")),
                        "a name", guards -> json(guards, "{\"\\u0000\": 1}"),
                        "XML 1.1", guards -> xml(guards, "<?xml version='1.1'?><a b='&#1;'/>"),
                        "a parameter", guards -> query(guards, "name", "\0"));
            case COPIES ->
                Map.of("of copies", guards -> patch(guards, "{\"op\":\"copy\"}" + ",{\"op\":\"copy\"}".repeat(3)));
            case ENTRIES ->
                Map.of(
                        "2,001",
                        guards -> resource(
                                guards,
                                Format.JSON,
                                "{\"resourceType\":\"Bundle\",\"entry\":[{}" + ",{}".repeat(2000) + "]}"));
            case STRICT_PARSING ->
                Map.of(
                        "an unknown element", guards -> resource(guards, Format.JSON, patient("\"nick\": \"x\"")),
                        "an object for an array", guards -> resource(guards, Format.JSON, patient("\"name\": {}")),
                        "a string for an object", guards -> resource(guards, Format.JSON, patient("\"name\": [\"x\"]")),
                        "no date", guards -> resource(guards, Format.JSON, patient("\"birthDate\": \"yesterday\"")),
                        "an unknown code", guards -> resource(guards, Format.JSON, patient("\"gender\": \"x\"")),
                        "an unknown resource",
                                guards -> resource(guards, Format.JSON, "{\"resourceType\": \"Secret\"}"),
                        "no resource", guards -> resource(guards, Format.JSON, "{\"a\": 1}"),
                        "an unknown element in XML",
                                guards -> resource(
                                        guards, Format.XML, "<Patient xmlns='http://hl7.org/fhir'><x/></Patient>"),
                        "no FHIR", guards -> resource(guards, Format.XML, "<html/>"));
            case PARAMETERS ->
                Map.of(
                        "51 of them", guards -> new Queries(guards).check(Map.of("name", many(51))),
                        "a long one", guards -> query(guards, "name", "x".repeat(8193)));
            case PAGE_SIZE ->
                Map.of(
                        "1e9", guards -> query(guards, "_count", "1e9"),
                        "below 0", guards -> query(guards, "_count", "-1"),
                        "10 digits", guards -> query(guards, "_offset", "9999999999"),
                        "in a Bundle", guards -> new Queries(guards).checkUrl("Patient?_count=1000000000"));
            case CHAINS ->
                Map.of(
                        "50 links", guards -> query(guards, "subject" + ".subject".repeat(50), "x"),
                        "includes", guards -> new Queries(guards).check(Map.of("_include", many(11))),
                        "_has", guards -> query(guards, "_has:Task:patient:".repeat(11) + "_id", "x"),
                        "a condition in a Bundle",
                                guards -> resource(
                                        guards,
                                        Format.JSON,
                                        "{\"resourceType\":\"Bundle\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"Task?a"
                                                + ".b".repeat(50) + "=c\"}}]}"));
            case FORM_SIZE, MEDIA_TYPE, PARSER_TEXTS -> Map.of();
        };
    }

    private static void read(Guards guards, byte[] body, long announced, String encoding) {
        new Reading(guards, guards.limits().resourceBytes()).read(new ByteArrayInputStream(body), announced, encoding);
    }

    private static void decode(Guards guards, byte[] body) {
        new Reading(guards, guards.limits().resourceBytes()).decode(body);
    }

    private static void json(Guards guards, String body) {
        new JsonCheck(guards, Format.JSON, guards.limits().items(), false).isSuspect(body);
    }

    private static void patch(Guards guards, String operations) {
        new JsonCheck(guards, Format.JSON_PATCH, guards.limits().items(), true).isSuspect("[" + operations + "]");
    }

    private static void xml(Guards guards, String body) {
        new XmlCheck(guards, guards.limits().items()).isSuspect(body);
    }

    static void fhirPathPatch(Guards guards, String path) {
        String patch = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                + "{\"name\":\"type\",\"valueCode\":\"delete\"},{\"name\":\"path\",\"valueString\":\"" + path
                + "\"}]}]}";
        new Bodies(FhirContext.forR4Cached(), guards).check(patch, Format.JSON, true, false, true);
    }

    static void xmlPatch(Guards guards, String path) {
        new Bodies(FhirContext.forR4Cached(), guards)
                .check("<diff><remove sel=\"" + path + "\"/></diff>", Format.XML_PATCH, true, false, true);
    }

    private static void resource(Guards guards, Format format, String body) {
        new Bodies(FhirContext.forR4Cached(), guards).check(body, format, false, false, true);
    }

    private static void query(Guards guards, String name, String value) {
        new Queries(guards).check(Map.of(name, new String[] {value}));
    }

    private static String[] many(int count) {
        return "x,".repeat(count).split(",", -1);
    }

    private static String patient(String property) {
        return "{\"resourceType\": \"Patient\", " + property + "}";
    }

    private static String observation(String value) {
        return "<Observation xmlns='http://hl7.org/fhir'><valueQuantity><value value='" + value
                + "'/></valueQuantity></Observation>";
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
