package org.cbthomework.questionnaires.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.cbthomework.questionnaires.Fixture;
import org.cbthomework.questionnaires.Library;
import org.cbthomework.questionnaires.LibraryResource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ResourcesValidateTest {

    @TestFactory
    Stream<DynamicTest> every_resource_of_the_library_is_valid() {
        return new Library()
                .resources().stream()
                        .map(resource -> DynamicTest.dynamicTest(
                                resource.reference(),
                                () -> assertThat(Findings.of(resource.json()).unexplained())
                                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> every_example_is_valid() {
        return Fixture.in("examples").stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.name(),
                        () -> assertThat(Findings.of(example.json()).unexplained())
                                .isEmpty()));
    }

    @Test
    void every_known_limit_is_still_met_by_something() {
        Set<OutOfReach> met = EnumSet.noneOf(OutOfReach.class);
        Stream.concat(
                        new Library().resources().stream().map(LibraryResource::json),
                        Fixture.in("examples").stream().map(Fixture::json))
                .flatMap(json -> OfflineValidator.validate(json).stream())
                .forEach(message -> Stream.of(OutOfReach.values())
                        .filter(limit -> limit.covers(message))
                        .forEach(met::add));
        assertThat(met)
                .as("a limit that nothing meets hides mistakes: remove it")
                .containsExactly(OutOfReach.values());
    }
}
