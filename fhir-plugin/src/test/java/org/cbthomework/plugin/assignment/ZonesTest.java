package org.cbthomework.plugin.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.cbthomework.plugin.Fixture;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class ZonesTest {

    @Test
    void the_zone_is_the_one_that_the_assignment_says() {
        assertThat(Zones.of(Fixture.read(ZonesTest.class, "order", ServiceRequest.class)))
                .isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(Zones.of(saying(new StringType("Asia/Kolkata")))).isEqualTo(ZoneId.of("Asia/Kolkata"));
    }

    @Test
    void without_a_zone_it_is_refused() {
        String url = HomeworkExtensions.TIMEZONE;
        Refusal.of(() -> Zones.of(new ServiceRequest()))
                .says(
                        url,
                        "The assignment has no time zone, nor has its patient or this server; add the extension " + url
                                + " with an IANA name such as Europe/Berlin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Atlantis", "CEST", "+01:00", "europe/berlin", "UTC+1"})
    void a_name_that_is_no_iana_name_is_refused(String name) {
        Refusal.of(() -> Zones.of(saying(new CodeType(name))))
                .says(
                        HomeworkExtensions.TIMEZONE,
                        "The time zone '" + name + "' is unknown; use an IANA name such as Europe/Berlin");
    }

    @Test
    void a_zone_that_is_no_name_is_refused() {
        Refusal.of(() -> Zones.of(saying(new IntegerType(1))))
                .says(
                        HomeworkExtensions.TIMEZONE,
                        "The time zone '' is unknown; use an IANA name such as Europe/Berlin");
    }

    private static ServiceRequest saying(Type zone) {
        ServiceRequest order = new ServiceRequest();
        order.addExtension(HomeworkExtensions.TIMEZONE, zone);
        return order;
    }
}
