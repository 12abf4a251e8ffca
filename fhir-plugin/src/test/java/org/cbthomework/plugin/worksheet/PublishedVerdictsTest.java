package org.cbthomework.plugin.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cbthomework.plugin.refusal.Problem;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The server says of each response what {@code verdicts.json} says, which the renderer is held to as well. */
@Tag("domain")
class PublishedVerdictsTest {

    private static final String FOLDER = "/org/cbthomework/questionnaires/";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> the_server_gives_the_published_verdict() throws IOException {
        return JSON.readTree(text("forms/verdicts.json")).properties().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check(each.getKey(), each.getValue())));
    }

    private static void check(String file, JsonNode verdict) throws IOException {
        QuestionnaireResponse response = (QuestionnaireResponse) ParsedLibrary.parse(text(file));
        Worksheet worksheet = Shelf.worksheet(response);

        assertThat(worksheet.problems(response).stream()
                        .map(each -> linkId(response, each))
                        .distinct()
                        .sorted()
                        .toList())
                .as("problems")
                .isEqualTo(texts(verdict.get("problems")));
        assertThat(worksheet.missing(response)).as("missing").containsExactlyElementsOf(texts(verdict.get("missing")));
        assertThat(values(worksheet.calculated(response))).as("calculated").isEqualTo(told(verdict.get("calculated")));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The linkId of the item where a problem stands, such as {@code QuestionnaireResponse.item[0].answer[1].item[0]}. */
    private static String linkId(QuestionnaireResponse response, Problem problem) {
        List<QuestionnaireResponseItemComponent> items = response.getItem();
        QuestionnaireResponseItemComponent last = new QuestionnaireResponseItemComponent();
        for (String step : problem.expression().split("\\.", -1)) {
            int index = step.contains("[") ? Integer.parseInt(step.replaceAll("\\D", "")) : 0;
            if (step.startsWith("item")) {
                last = items.get(index);
                items = last.getItem();
            } else if (step.startsWith("answer")) {
                items = last.getAnswer().get(index).getItem();
            }
        }
        return last.getLinkId();
    }

    /** By linkId: one value, or in groups that repeat all of them, as text; what has no value at all is left out. */
    private static Map<String, List<String>> values(Map<String, List<Optional<Type>>> calculated) {
        Map<String, List<String>> values = new TreeMap<>();
        calculated.forEach((linkId, all) -> {
            if (all.stream().anyMatch(Optional::isPresent)) {
                values.put(
                        linkId,
                        all.stream()
                                .map(each ->
                                        each.map(PublishedVerdictsTest::plain).orElse("none"))
                                .toList());
            }
        });
        return values;
    }

    private static Map<String, List<String>> told(JsonNode calculated) {
        Map<String, List<String>> values = new TreeMap<>();
        calculated.properties().forEach(each -> {
            JsonNode value = each.getValue();
            values.put(
                    each.getKey(),
                    value.isArray()
                            ? StreamSupport.stream(value.spliterator(), false)
                                    .map(PublishedVerdictsTest::plain)
                                    .toList()
                            : List.of(plain(value)));
        });
        return values;
    }

    private static String plain(JsonNode value) {
        if (value.isNull()) {
            return "none";
        }
        return value.isNumber() ? plain(value.decimalValue()) : value.asText();
    }

    private static String plain(Type value) {
        return value instanceof IntegerType || value instanceof DecimalType
                ? plain(new BigDecimal(value.primitiveValue()))
                : value.primitiveValue();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Shelf.class.getResourceAsStream(FOLDER + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
