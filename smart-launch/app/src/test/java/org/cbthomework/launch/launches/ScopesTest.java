package org.cbthomework.launch.launches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("domain")
class ScopesTest {

    @ParameterizedTest
    @CsvSource({
        "patient/Task.rs, Task, s, true",
        "patient/Task.rs, Task, c, false",
        "patient/Task.rs, CarePlan, s, false",
        "user/*.cruds, Task, d, true",
        "user/*.read, Task, s, true",
        "user/*.read, Task, u, false",
        "user/Task.write, Task, c, true",
        "user/Task.*, Task, d, true",
        "patient/Task.rs?status=ready, Task, r, true",
        "launch/patient, Patient, r, false",
        "patient/Task, Task, r, false"
    })
    void scopes_of_both_versions_allow_what_they_say(String scope, String type, char deed, boolean allowed) {
        assertThat(Scopes.of("openid " + scope).allow(type, deed)).isEqualTo(allowed);
    }

    @Test
    void none_allow_nothing() {
        assertThat(Scopes.of("").granted()).isEmpty();
        assertThat(Scopes.of(" ").allow("Task", 'r')).isFalse();
    }

    @Test
    void what_is_about_some_types_names_each_and_grants_nothing_more() {
        Scopes granted = Scopes.of("openid launch patient/*.rs user/Task.read user/Task.cruds?status=ready"
                + " user/Condition.rs system/Task.rs system/*.cruds");

        assertThat(granted.about(List.of("Task", "Goal")).granted())
                .containsExactly(
                        "patient/Task.rs", "patient/Goal.rs", "user/Task.read", "user/Task.cruds?status=ready");
    }
}
