package org.cbthomework.plugin.access.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class ScopeTest {

    private static Scope scope(String word) {
        return Scope.parse(word).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"read, rs", "write, cud", "*, cruds", "cruds, cruds", "rs, rs", "cu, cu", "d, d", "crus, crus"})
    void both_versions_of_smart_say_what_may_be_done(String written, String letters) {
        assertThat(scope("patient/Observation." + written).permissions()).isEqualTo(Permission.ofLetters(letters));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "patient/Observation",
                "patient/Observation.",
                "patient/Observation.sr",
                "patient/Observation.rr",
                "patient/Observation.rx",
                "patient/Observation.RS",
                "patient/observation.rs",
                "Patient/Observation.rs",
                "patient/.rs",
                "/Observation.rs",
                "patient/*.",
                "launch/patient",
                "openid",
                "patient/Observation.rs?",
                "patient/Observation.rs?category",
                "patient/Observation.rs?category=",
                "patient/Observation.rs?=x",
                "patient/Observation.rs?subject.name=x",
                "patient/Observation.rs?_has:x:y:z=1",
                "patient/Observation.rs?_filter=x",
                "patient/Observation.rs?category=x&",
                "patient/Observation.rs extra",
                " patient/Observation.rs",
                "patient/Observation.read*",
                "patient/**.rs",
                "patients/Observation.rs"
            })
    void whatever_is_not_exactly_a_scope_grants_nothing(String word) {
        assertThat(Scope.parse(word)).isEmpty();
    }

    @Test
    void a_scope_longer_than_any_grants_nothing() {
        assertThat(Scope.parse("patient/Observation.rs?category=" + "x".repeat(1_000)))
                .isEmpty();
    }

    @Test
    void a_filter_belongs_to_its_scope() {
        assertThat(scope("user/Observation.rs?category=survey&status=final").filters())
                .containsExactly("category=survey&status=final");
    }

    @Test
    void a_scope_is_for_its_type_or_for_all() {
        assertThat(scope("patient/Observation.rs").permits(Permission.READ, "Condition"))
                .isFalse();
        assertThat(scope("patient/*.rs").permits(Permission.READ, "Condition")).isTrue();
        assertThat(scope("patient/*.rs").permits(Permission.UPDATE, "Condition"))
                .isFalse();
    }

    @Test
    void only_all_of_everything_is_unbounded() {
        assertThat(scope("system/*.cruds").isUnbounded()).isTrue();
        assertThat(scope("system/*.crus").isUnbounded()).isFalse();
        assertThat(scope("system/Patient.cruds").isUnbounded()).isFalse();
        assertThat(scope("system/*.cruds?_tag=x").isUnbounded()).isFalse();
    }

    @Test
    void a_limit_takes_away_and_never_adds() {
        assertThat(scope("user/*.cruds").within(scope("user/Observation.rs?category=survey")))
                .hasValue(new Scope(
                        Level.USER,
                        "Observation",
                        Set.of(Permission.READ, Permission.SEARCH),
                        java.util.List.of("category=survey")));
        assertThat(scope("user/Observation.rs").within(scope("user/*.cruds"))).hasValue(scope("user/Observation.rs"));
        assertThat(scope("user/Observation.rs").within(scope("patient/*.cruds")))
                .isEmpty();
        assertThat(scope("user/Observation.rs").within(scope("user/Condition.cruds")))
                .isEmpty();
        assertThat(scope("user/Observation.rs").within(scope("user/Observation.cud")))
                .isEmpty();
    }
}
