package org.cbthomework.demo.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.input.Wire.Answer;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How a body is sent, and how a search is asked, is held to bounds; what is within them arrives. */
abstract class TransportContract {

    private static final String FHIR_JSON = "Content-Type: application/fhir+json";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final String id = "transport-" + UUID.randomUUID();
    private final String path = "/QuestionnaireResponse/" + id;

    @Autowired
    FhirHttp ehr;

    private Wire wire() {
        return new Wire(URI.create(ehr.base()));
    }

    private byte[] response() {
        return Body.json("", "").text().apply(id).getBytes(StandardCharsets.UTF_8);
    }

    private void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("OperationOutcome").doesNotContain("HAPI-", "xception");
        assertThat(ehr.get(path).status()).isEqualTo(404);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void chunks_and_gzip_within_the_bounds_arrive() throws IOException {
        assertThat(wire().sendChunked("PUT", path, response(), FHIR_JSON).status())
                .isEqualTo(201);
        assertThat(wire().send("PUT", path, gzip(response()), FHIR_JSON, "Content-Encoding: gzip")
                        .status())
                .isEqualTo(200);
        assertThat(wire().sendChunked("PUT", path, gzip(response()), FHIR_JSON, "Content-Encoding: GZIP")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_length_over_the_limit_is_refused_before_a_byte_is_read() {
        assertRefused(wire().raw("PUT", path, new byte[0], List.of(FHIR_JSON, "Content-Length: 2000000000")), 413);
        assertRefused(wire().raw("POST", "", new byte[0], List.of(FHIR_JSON, "Content-Length: 2000000000")), 413);
    }

    @Test
    void chunks_over_the_limit_are_refused() {
        assertRefused(wire().sendChunked("PUT", path, new byte[1_100_000], FHIR_JSON), 413);
    }

    @Test
    void a_gzip_bomb_is_refused() throws IOException {
        assertRefused(wire().send("PUT", path, gzip(new byte[10_000_000]), FHIR_JSON, "Content-Encoding: gzip"), 413);
        assertRefused(wire().send("POST", "", gzip(new byte[100_000_000]), FHIR_JSON, "Content-Encoding: gzip"), 413);
    }

    @Test
    void what_is_not_gzip_although_it_says_so_is_refused() throws IOException {
        assertRefused(wire().send("PUT", path, response(), FHIR_JSON, "Content-Encoding: gzip"), 400);
        byte[] packed = gzip(response());
        assertRefused(
                wire().send(
                                "PUT",
                                path,
                                java.util.Arrays.copyOf(packed, packed.length - 12),
                                FHIR_JSON,
                                "Content-Encoding: gzip"),
                400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "secret"})
    void other_content_encodings_are_refused(String encoding) {
        assertRefused(wire().send("PUT", path, response(), FHIR_JSON, "Content-Encoding: " + encoding), 415);
    }

    @Test
    void a_body_shorter_than_its_length_is_refused() {
        assertThat(wire().raw("PUT", path, response(), List.of(FHIR_JSON, "Content-Length: 5000"))
                        .status())
                .isEqualTo(400);
        assertThat(ehr.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-turtle",
                "application/fhir+turtle",
                "application/fhir+ndjson",
                "text/plain",
                "application/graphql",
                "application/json-patch+json",
                "application/fhir+json; charset=utf-16",
                "application/fhir+json; charset=nonsense",
                "text/plain, application/fhir+json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                ";"
            })
    void other_media_types_are_refused(String type) {
        assertRefused(wire().send("PUT", path, response(), "Content-Type: " + type), 415);
    }

    @Test
    void no_media_type_or_two_are_refused() {
        assertRefused(wire().send("PUT", path, response()), 415);
        assertRefused(wire().send("PUT", path, response(), FHIR_JSON, "Content-Type: application/fhir+xml"), 415);
    }

    @Test
    void a_form_of_known_length_is_a_search() {
        for (String where : List.of("/Patient/_search", "/Patient/_search?_count=5")) {
            assertThat(wire().send("POST", where, "_id=nobody", FORM).status()).isEqualTo(200);
        }
    }

    @Test
    void a_form_that_is_long_or_of_unknown_length_or_packed_is_refused() throws IOException {
        String ids = "_id=" + "x".repeat(70_000);
        for (String where : List.of("/Patient/_search", "/Patient/_search?_count=5")) {
            assertRefused(wire().send("POST", where, ids, FORM), 413);
            assertRefused(wire().sendChunked("POST", where, "_id=x".getBytes(StandardCharsets.UTF_8), FORM), 411);
            assertRefused(wire().send("POST", where, gzip(new byte[10_000_000]), FORM, "Content-Encoding: gzip"), 415);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Patient?_count=1e9",
                "/Patient?_count=-1",
                "/Patient?_count=99999999999",
                "/Patient?_count=",
                "/Task?_offset=x"
            })
    void pages_that_are_no_number_are_refused(String search) {
        assertRefused(wire().send("GET", search, ""), 400);
    }

    @Test
    void a_page_that_is_too_large_is_cut() {
        assertThat(ehr.get("/Patient?_count=1000000000").as(Bundle.class).getLink("self"))
                .isNotNull();
    }

    @Test
    void too_many_links_or_parameters_are_refused() {
        assertRefused(wire().send("GET", "/Task?subject" + ".subject".repeat(50) + "=x", ""), 400);
        assertRefused(wire().send("GET", "/Task?" + "subject.name=x&".repeat(50), ""), 400);
        assertRefused(wire().send("GET", "/Task?" + "_include=Task:subject&".repeat(11), ""), 400);
        assertRefused(wire().send("GET", "/Task?" + "_has:Task:based-on:".repeat(11) + "_id=x", ""), 400);
        assertRefused(wire().send("GET", "/Task?" + "status=x&".repeat(51), ""), 400);
    }

    @Test
    void a_search_for_what_no_database_holds_is_refused() {
        assertRefused(wire().send("GET", "/Patient?name=%00", ""), 422);
        assertRefused(wire().send("POST", "/Patient/_search", "name=%00", FORM), 422);
    }

    @Test
    void a_search_that_is_not_percent_encoded_is_no_failure_of_the_server() {
        assertRefused(wire().send("GET", "/Patient?name=%zz", ""), 400);
        assertRefused(wire().send("POST", "/Patient/_search?_count=5", "name=%", FORM), 400);
        assertThat(wire().send("POST", "/Patient/_search", "name=%zz", FORM).status())
                .isLessThan(500);
        assertThat(wire().send("GET", "/Patient?%00=x", "").status()).isEqualTo(400);
        assertThat(wire().send("GET", "/Patient/%00", "").status()).isBetween(400, 499);
        assertThat(wire().send("GET", "/Patient?name=%ff%fe", "").status()).isLessThan(500);
        assertThat(wire().send("GET", "/Patient?name=%ED%A0%80", "").status()).isLessThan(500);
    }

    @Test
    void a_body_where_none_belongs_is_not_read() {
        assertThat(wire().send("GET", "/Patient?_id=nobody", "{{{", FHIR_JSON).status())
                .isEqualTo(200);
    }
}
