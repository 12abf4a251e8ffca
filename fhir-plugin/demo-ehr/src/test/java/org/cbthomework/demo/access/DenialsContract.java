package org.cbthomework.demo.access;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.SwitchedRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What is denied to whom: nothing is told, nothing is changed, and nothing breaks. */
abstract class DenialsContract {

    /** Of these, every third check is made in XML too. */
    private static final Set<Integer> IN_XML = Set.of(1, 3, 11, 12, 15, 22, 42);

    @Autowired
    FhirHttp ehr;

    @Autowired
    SwitchedRules rules;

    @Autowired
    DataSource database;

    @Autowired
    FhirContext fhir;

    @TestFactory
    Stream<DynamicTest> denied() {
        World world = World.of(ehr, rules);
        Trial trial = new Trial(world, new Rows(database));
        List<Check> checks = Checks.in(world);
        Stream<DynamicTest> denials = Stream.concat(
                        checks.stream(), everyThird(checks).flatMap(this::inXml))
                .map(check -> DynamicTest.dynamicTest(
                        "%02d %s".formatted(check.family(), check.says().replace(world.suffix, "")),
                        () -> trial.run(check)));
        return Stream.concat(
                denials,
                Stream.of(DynamicTest.dynamicTest(
                        "each denial of somebody known is in the trail", trial::assertAudited)));
    }

    private static Stream<Check> everyThird(List<Check> checks) {
        return IntStream.range(0, checks.size()).filter(index -> index % 3 == 0).mapToObj(checks::get);
    }

    private Stream<Check> inXml(Check check) {
        boolean isTried = IN_XML.contains(check.family())
                && check.total() == Check.UNTOLD
                && check.outcome() == Check.Outcome.FORBIDDEN
                && check.ask().headers().isEmpty();
        return isTried
                ? Stream.of(new Check(
                        check.family(),
                        check.says() + " in XML",
                        check.token(),
                        check.ask().inXml(fhir),
                        check.outcome(),
                        check.total(),
                        check.rules()))
                : Stream.empty();
    }
}
