package org.cbthomework.plugin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cbthomework.plugin.access.rule.Rules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class TiesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Span PAST = new Span(NOW.minusSeconds(100), NOW);
    private static final Span CURRENT = new Span(NOW, NOW.plusSeconds(1));
    private static final Span FUTURE = new Span(NOW.plusSeconds(1), NOW.plusSeconds(100));

    private static Set<String> patients(Map<String, List<Span>> memberships, String... assigned) {
        return new Ties(memberships, Set.of(assigned), Map.of())
                .at(NOW, Rules.ALL)
                .patients();
    }

    @Test
    void members_of_a_care_team_see_its_patient_from_start_to_end() {
        assertThat(patients(Map.of("past", List.of(PAST), "now", List.of(CURRENT), "soon", List.of(FUTURE))))
                .containsExactly("now");
    }

    @Test
    void whoever_came_back_is_back() {
        assertThat(patients(Map.of("p", List.of(PAST, CURRENT)))).containsExactly("p");
    }

    @Test
    void an_assignment_reaches_no_further_than_the_care_team_that_was_left() {
        assertThat(patients(Map.of("left", List.of(PAST), "soon", List.of(FUTURE)), "left", "soon", "never in a team"))
                .containsExactlyInAnyOrder("soon", "never in a team");
    }

    @Test
    void roles_count_from_start_to_end() {
        Ties ties = new Ties(Map.of(), Set.of(), Map.of("auditor", List.of(PAST), "sensitive-notes", List.of(CURRENT)));
        assertThat(ties.at(NOW, Rules.ALL).roles()).containsExactly("sensitive-notes");
    }
}
