package org.cbthomework.demo.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class ScopeTest {

    @Test
    void version_1_says_the_same_as_version_2() {
        assertThat(permissions("patient/Task.read")).isEqualTo("rs");
        assertThat(permissions("patient/Task.write")).isEqualTo("cud");
        assertThat(permissions("patient/Task.*")).isEqualTo("cruds");
        assertThat(permissions("system/*.cruds")).isEqualTo("cruds");
    }

    @Test
    void permissions_are_in_their_order_each_once_and_at_least_one() {
        for (String wrong : List.of("sr", "cc", "", "x", "rsx", "Read", "readwrite", " rs")) {
            assertThat(Scope.of("patient/Task." + wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void a_filter_is_a_search_and_of_version_2() {
        assertThat(Scope.of("patient/Observation.rs?category=a|b&status=final")).isPresent();
        for (String wrong : List.of(".rs?", ".rs?category", ".rs?=a", ".rs?a=b&", ".read?a=b", ".rs?a=b=c")) {
            assertThat(Scope.of("patient/Observation" + wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void whatever_else_is_no_scope_for_resources() {
        for (String wrong :
                List.of("openid", "launch/patient", "patient/task.rs", "group/Task.rs", "patient/.rs", "/")) {
            assertThat(Scope.of(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void a_scope_covers_less_of_the_same_level() {
        assertThat(covers("patient/*.cruds", "patient/Task.rs?status=done")).isTrue();
        assertThat(covers("patient/*.rs", "patient/Task.read")).isTrue();
        assertThat(covers("patient/*.rs", "patient/Task.write")).isFalse();
        assertThat(covers("patient/Task.rs", "patient/*.rs")).isFalse();
        assertThat(covers("user/*.rs", "patient/*.rs")).isFalse();
        assertThat(covers("patient/Task.rs?status=done", "patient/Task.rs")).isFalse();
        assertThat(covers("patient/Task.rs?status=done", "patient/Task.r?status=done"))
                .isTrue();
    }

    @Test
    void a_client_is_granted_what_its_policy_covers_and_nothing_of_another_kind() {
        ScopePolicy policy = new ScopePolicy(Set.of("openid", "launch", "patient/*.rs", "system/Task.r"));
        Set<String> wish = Set.of("openid", "profile", "launch", "patient/Task.r", "patient/Task.c", "system/Task.r");

        assertThat(policy.forPerson(wish, true)).containsExactlyInAnyOrder("openid", "launch", "patient/Task.r");
        assertThat(policy.forPerson(wish, false)).containsExactlyInAnyOrder("openid", "patient/Task.r");
        assertThat(policy.forItself(wish)).containsExactly("system/Task.r");
    }

    @Test
    void a_person_reads_what_a_scope_allows() {
        assertThat(words("patient/Task.rs"))
                .isEqualTo("Read and search what is due and what was done in this patient's record");
        assertThat(words("user/*.cruds"))
                .isEqualTo("Add, read, change, delete and search everything in every record you may open");
        assertThat(words("patient/Goal.r?status=active&category=http://example.org|small"))
                .isEqualTo("Read goals in this patient's record, only where status is active and category is small");
        assertThat(words("patient/MedicationRequest.s"))
                .isEqualTo("Search medication request in this patient's record");
        assertThat(words("offline_access")).contains("30 days");
    }

    private static String words(String scope) {
        return Wish.of(List.of(scope)).get(0).words();
    }

    private static String permissions(String scope) {
        return Scope.of(scope).orElseThrow().permissions();
    }

    private static boolean covers(String most, String asked) {
        return Scope.of(most).orElseThrow().covers(Scope.of(asked).orElseThrow());
    }
}
