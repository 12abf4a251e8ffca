package org.cbthomework.demo.input;

import static org.cbthomework.demo.input.Body.json;
import static org.cbthomework.demo.input.Body.jsonText;
import static org.cbthomework.demo.input.Body.xml;
import static org.cbthomework.demo.input.Body.xmlText;

import java.util.List;
import java.util.Map;

/** Bodies that must be refused, by the status they are refused with. */
final class Bodies {

    private static final String NUMBER_JSON = ", \"answer\": [{\"valueDecimal\": %s}]";
    private static final String NUMBER_XML = "<answer><valueDecimal value=\"%s\"/></answer>";
    private static final String TEXT_JSON = ", \"text\": \"%s\"";
    private static final String TEXT_XML = "<text value=\"%s\"/>";
    private static final String LAUGHS = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

    private Bodies() {}

    static Map<Integer, List<Body>> byStatus() {
        return Map.of(
                400,
                List.of(
                        json("a long number", NUMBER_JSON.formatted("1".repeat(500_000))),
                        xml("a long number", NUMBER_XML.formatted("1".repeat(500_000))),
                        json("an absurd exponent", NUMBER_JSON.formatted("1e999999999")),
                        xml("an absurd exponent", NUMBER_XML.formatted("1e999999999")),
                        json("an absurd exponent as a string", NUMBER_JSON.formatted("\"1e999999999\"")),
                        json("1,001 levels", ", \"item\": [{\"linkId\": \"c\"".repeat(1001) + "}]".repeat(1001)),
                        xml("3,000 levels", "<item><linkId value=\"c\"/>".repeat(3000) + "</item>".repeat(3000)),
                        json("an open brace", "{"),
                        xml("an open element", "<item>"),
                        json("a duplicate key", ", \"text\": \"x\", \"text\": \"y\""),
                        xml("a duplicate attribute", "<text value=\"x\" value=\"y\"/>"),
                        xml("a repeated element", "<text value=\"x\"/><text value=\"y\"/>"),
                        json("an unknown element", ", \"nick\": \"x\""),
                        xml("an unknown element", "<nick value=\"x\"/>"),
                        json("a wrong type", ", \"answer\": {\"valueString\": \"x\"}"),
                        json("no integer", ", \"answer\": [{\"valueInteger\": \"ten\"}]"),
                        xml("no integer", "<answer><valueInteger value=\"ten\"/></answer>"),
                        xml("NUL", TEXT_XML.formatted("&#0;")),
                        xml("a lone surrogate", TEXT_XML.formatted("&#xD800;")),
                        xmlText(
                                "XXE",
                                id -> "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hosts\">]>"
                                        + xml("", TEXT_XML.formatted("&b;"))
                                                .text()
                                                .apply(id)),
                        xmlText(
                                "billion laughs",
                                id -> LAUGHS
                                        + xml("", TEXT_XML.formatted("&c;"))
                                                .text()
                                                .apply(id))),
                413,
                List.of(
                        json("a long string", TEXT_JSON.formatted("x".repeat(1_100_000))),
                        xml("a long string", TEXT_XML.formatted("x".repeat(1_100_000))),
                        json("200,000 items", ", \"item\": [{}" + ",{}".repeat(200_000) + "]"),
                        xml("200,000 items", "<item/>".repeat(200_000))),
                422,
                List.of(
                        json("NUL", TEXT_JSON.formatted("\\u0000")),
                        json("a lone surrogate", TEXT_JSON.formatted("\\ud800")),
                        json("half a pair", TEXT_JSON.formatted("\\udc00 x")),
                        jsonText(
                                "NUL in a name",
                                id -> json("", ", \"te\\u0000xt\": \"x\"")
                                        .text()
                                        .apply(id))));
    }

    /** Two documents in one body; within a Bundle these would be something else. */
    static List<Body> ofTwo() {
        Body json = json("two documents", "");
        Body xml = xml("two documents", "");
        return List.of(
                jsonText(
                        "two documents",
                        id -> json.text().apply(id) + json.text().apply(id)),
                xmlText("two documents", id -> xml.text().apply(id) + xml.text().apply(id)));
    }
}
