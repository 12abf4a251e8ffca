package org.cbthomework.plugin.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every rule refuses what breaks it, at once and by itself; switched off, nothing stands in for it. */
@Tag("domain")
class RulesTest {

    private static final Duration WATCHDOG = Duration.ofSeconds(20);

    private static Optional<Refusal> refusal(Guards guards, Consumer<Guards> offence) {
        return assertTimeoutPreemptively(WATCHDOG, () -> {
            try {
                offence.accept(guards);
                return Optional.empty();
            } catch (Refusal refusal) {
                return Optional.of(refusal);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_rule_refuses_what_breaks_it() {
        return offences((rule, offence) -> {
            Optional<Refusal> refusal = refusal(Guards.ALL, offence);
            assertThat(refusal).map(Refusal::rule).contains(rule);
            assertThat(refusal).map(Refusal::status).contains(rule.status());
        });
    }

    @TestFactory
    Stream<DynamicTest> a_rule_that_is_off_refuses_nothing() {
        return offences((rule, offence) -> {
            Guards others = new Guards(Limits.DEFAULT, EnumSet.complementOf(EnumSet.of(rule)));
            assertThat(refusal(others, offence)).map(Refusal::rule).isNotEqualTo(Optional.of(rule));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_refusal_repeats_no_value() {
        return offences(
                (rule, offence) -> assertThat(refusal(Guards.ALL, offence).orElseThrow())
                        .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
                        .hasSizeLessThan(500)
                        .doesNotContain("yesterday", "Secret", "xxxx", "1111", "00000000", "\0"));
    }

    private static Stream<DynamicTest> offences(Trial trial) {
        return Stream.of(Rule.values())
                .flatMap(rule -> Offences.of(rule).entrySet().stream()
                        .map(offence -> DynamicTest.dynamicTest(
                                rule.setting() + ": " + offence.getKey(), () -> trial.run(rule, offence.getValue()))));
    }

    private interface Trial {
        void run(Rule rule, Consumer<Guards> offence);
    }
}
