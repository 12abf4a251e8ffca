package org.cbthomework.questionnaires.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cbthomework.questionnaires.Fixture;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What no validator stops, so that a server has to look for it: if one of these fails, move it to {@code wrong}. */
class ServerMustRefuseTest {

    @TestFactory
    Stream<DynamicTest> hapis_validator_lets_it_pass() {
        return Fixture.in("server-must-refuse").stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.name(),
                        () -> assertThat(Findings.of(fixture.json()).errors()).isEmpty()));
    }
}
