package org.cbthomework.plugin.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.Occasion;
import org.cbthomework.adherence.schedule.Schedule;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.WindowRule;
import org.cbthomework.plugin.Fixture;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Timing;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** From Monday 2 March to Wednesday 4 March 2026 in Berlin. */
@Tag("domain")
class TimingsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @TestFactory
    Stream<DynamicTest> what_is_followed_expects_its_occasions() {
        return Fixture.cases(TimingsTest.class, "accepted-timings").stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.get("case").asText(),
                        () -> assertThat(occasions(read(timing(each)))).isEqualTo(texts(each.get("occasions")))));
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_followed_is_refused() {
        return Fixture.cases(TimingsTest.class, "refused-timings").stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.get("case").asText(),
                        () -> Refusal.of(() -> read(timing(each)))
                                .says(
                                        each.get("expression").asText(),
                                        each.get("message").asText())));
    }

    @Test
    void an_empty_timing_is_refused() {
        Refusal.of(() -> read(new Timing()))
                .says(
                        "ServiceRequest.occurrence",
                        "ServiceRequest.occurrence says nothing that can be scheduled; give repeat or event");
    }

    private static Schedule read(Timing timing) {
        return new Timings("ServiceRequest.occurrence", BERLIN, MONDAY).read(timing);
    }

    private static List<String> occasions(Schedule schedule) {
        return Segment.from(MONDAY.atStartOfDay(BERLIN).toInstant(), schedule)
                .occasions(BERLIN, WindowRule.of(Kind.SELF_ASSESSMENT), MONDAY.plusDays(2))
                .stream()
                .map(Occasion::key)
                .map(key -> key.value())
                .toList();
    }

    private static Timing timing(JsonNode each) {
        String order = "{\"resourceType\":\"ServiceRequest\",\"occurrenceTiming\":" + each.get("timing") + "}";
        return FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(ServiceRequest.class, order)
                .getOccurrenceTiming();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
