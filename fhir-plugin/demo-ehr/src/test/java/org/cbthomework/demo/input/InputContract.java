package org.cbthomework.demo.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cbthomework.demo.input.Body.JSON;
import static org.cbthomework.demo.input.Body.XML;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.input.Wire.Answer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What is malformed, too large or not to be stored is refused, whatever way it comes, and nothing of it is kept. */
abstract class InputContract {

    private static final String NOTHING_OF_THE_SERVER = "HAPI-|Exception|ca\\.uhn|org\\.|java|SQL|/etc/|" + Body.CANARY;

    @Autowired
    FhirHttp ehr;

    private Wire wire() {
        return new Wire(URI.create(ehr.base()));
    }

    private static String newId() {
        return "input-" + UUID.randomUUID();
    }

    private static void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("OperationOutcome").hasSizeLessThan(2000);
        assertThat(answer.body().replace("http://hl7.org/fhir", "")).doesNotContainPattern(NOTHING_OF_THE_SERVER);
    }

    private void assertNothingStored(String id) {
        assertThat(ehr.get("/QuestionnaireResponse/" + id).status()).isEqualTo(404);
        assertThat(ehr.getFresh("/QuestionnaireResponse?identifier=urn:input%7C" + id)
                        .as(Bundle.class)
                        .getEntry())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> a_body_is_refused_by_every_way_in() {
        return Bodies.byStatus().entrySet().stream()
                .flatMap(each -> each.getValue().stream().flatMap(body -> ways(each.getKey(), body)));
    }

    @TestFactory
    Stream<DynamicTest> two_documents_in_one_body_are_refused() {
        return Bodies.ofTwo().stream().flatMap(body -> ways(400, body).limit(2));
    }

    private Stream<DynamicTest> ways(int status, Body body) {
        return Stream.of("POST", "PUT", "transaction")
                .map(way -> DynamicTest.dynamicTest(body.name() + " by " + way, () -> {
                    String id = newId();
                    Answer answer = switch (way) {
                        case "POST" ->
                            wire().send(
                                            way,
                                            "/QuestionnaireResponse",
                                            body.text().apply(id),
                                            headers(body));
                        case "PUT" ->
                            wire().send(
                                            way,
                                            "/QuestionnaireResponse/" + id,
                                            body.text().apply(id),
                                            headers(body));
                        default -> wire().send("POST", "", body.inTransaction(id), headers(body));
                    };
                    assertRefused(answer, status);
                    assertThat(answer.head())
                            .as("told in the format of the body")
                            .contains("Content-Type: " + body.type());
                    assertNothingStored(id);
                }));
    }

    private static String[] headers(Body body) {
        return new String[] {"Content-Type: " + body.type(), "Accept: " + body.type()};
    }

    @TestFactory
    Stream<DynamicTest> a_patch_is_checked_like_any_body() {
        return Stream.of(
                        Map.entry(400, List.of("application/json-patch+json", "[{\"op\":\"add\",\"op\":\"add\"}]")),
                        Map.entry(400, List.of("application/json-patch+json", "[{\"value\": 1e999999999}]")),
                        Map.entry(422, List.of("application/json-patch+json", "[{\"value\": \"\\u0000\"}]")),
                        Map.entry(
                                400,
                                List.of(
                                        "application/json-patch+json",
                                        "[{\"op\":\"add\",\"path\":\"/nick\",\"value\":\"" + Body.CANARY + "\"}]")),
                        Map.entry(
                                400,
                                List.of(
                                        "application/json-patch+json",
                                        "[{\"op\":\"add\",\"path\":\"/text\",\"value\":{\"status\":\"generated\",\"div\":\"<div>"
                                                + "<b>".repeat(3000) + "</b>".repeat(3000) + "</div>\"}}]")),
                        Map.entry(
                                413,
                                List.of(
                                        "application/json-patch+json",
                                        "[{\"op\":\"copy\",\"from\":\"/item\",\"path\":\"/item/0/item\"}"
                                                + ",{\"op\":\"copy\",\"from\":\"/item\",\"path\":\"/item/0/item\"}"
                                                        .repeat(25)
                                                + "]")),
                        Map.entry(400, List.of("application/xml-patch+xml", "<!DOCTYPE diff><diff/>")),
                        Map.entry(400, List.of("application/xml-patch+xml", "<a>".repeat(3000) + "</a>".repeat(3000))),
                        Map.entry(400, List.of(JSON, "{\"resourceType\":\"Parameters\",\"nick\":1}")),
                        Map.entry(415, List.of("application/json", "")),
                        Map.entry(415, List.of("text/plain", "[]")))
                .filter(each -> !each.getValue().get(1).isEmpty())
                .map(each -> DynamicTest.dynamicTest(
                        each.getValue().get(0) + " " + each.getKey() + " "
                                + each.getValue().get(1).length(),
                        () -> {
                            String id = stored();
                            assertRefused(
                                    wire().send(
                                                    "PATCH",
                                                    "/QuestionnaireResponse/" + id,
                                                    each.getValue().get(1),
                                                    "Content-Type: "
                                                            + each.getValue().get(0)),
                                    each.getKey());
                            assertThat(ehr.get("/QuestionnaireResponse/" + id)
                                            .as(QuestionnaireResponse.class)
                                            .getMeta()
                                            .getVersionId())
                                    .isEqualTo("1");
                        }));
    }

    private String stored() {
        String id = newId();
        assertThat(ehr.put(
                                "/QuestionnaireResponse/" + id,
                                Body.json("", "").text().apply(id))
                        .status())
                .isEqualTo(201);
        return id;
    }

    @Test
    void a_good_patch_still_patches() {
        String id = stored();
        Answer answer = wire().send(
                        "PATCH",
                        "/QuestionnaireResponse/" + id,
                        "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"amended\"}]",
                        "Content-Type: application/json-patch+json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void text_that_looks_strange_comes_back_as_it_was() {
        for (String text : List.of(
                "\u202Eright to left\u202C", "e" + "\u0301".repeat(300_000), "\uD83D\uDE00", "1e999", "\u007F\u0085")) {
            for (String type : List.of(JSON, XML)) {
                String id = newId();
                Body body = type.equals(JSON)
                        ? Body.json("", ", \"text\": \"" + text + "\"")
                        : Body.xml("", "<text value=\"" + text.replace("\u0085", "&#x85;") + "\"/>");
                assertThat(wire().send(
                                        "PUT",
                                        "/QuestionnaireResponse/" + id,
                                        body.text().apply(id),
                                        headers(body))
                                .status())
                        .isEqualTo(201);
                Reply read = ehr.get("/QuestionnaireResponse/" + id);
                assertThat(read.as(QuestionnaireResponse.class).getItem().get(1).getText())
                        .isEqualTo(text);
            }
        }
    }
}
