package org.cbthomework.demo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.cbthomework.demo.harness.EhrOnH2;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.SwitchedRules;
import org.cbthomework.plugin.access.rule.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each rule is what denies something: without any one of them, something gets through that is denied. */
@EhrOnH2
@TestInstance(Lifecycle.PER_CLASS)
class ControlTest {

    /** So many suffice to see that a rule matters. */
    private static final int TRIED = 12;

    @Autowired
    FhirHttp ehr;

    @Autowired
    SwitchedRules rules;

    @Autowired
    DataSource database;

    @SuppressWarnings("NullAway.Init")
    private World world;

    private List<Check> checks = List.of();

    @BeforeAll
    void a_world() {
        world = World.of(ehr, rules);
        checks = Checks.in(world);
    }

    @ParameterizedTest(name = "without {0} something gets through")
    @EnumSource(Rule.class)
    void every_rule_matters(Rule rule) {
        Trial trial = new Trial(world, new Rows(database));
        List<Check> denied = checks.stream()
                .filter(check -> check.rules().contains(rule))
                .limit(TRIED)
                .toList();
        assertThat(denied).as("checks of what " + rule + " denies").isNotEmpty();
        denied.stream().findFirst().ifPresent(trial::run);
        trial.assertAudited();

        rules.without(rule, () -> assertThat(denied).anyMatch(check -> getsThrough(trial, check)));
    }

    private static boolean getsThrough(Trial trial, Check check) {
        try {
            trial.run(check);
            trial.assertAudited();
            return false;
        } catch (AssertionError denialIsGone) {
            return true;
        }
    }
}
