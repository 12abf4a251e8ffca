package org.cbthomework.plugin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.access.token.Caller;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class PagesTest {

    private static Caller caller(String issuer, String subject, String client, String patient) {
        return new Caller(
                issuer,
                subject,
                Optional.of(client),
                List.of(),
                Optional.of(patient),
                Optional.empty(),
                List.of(),
                false);
    }

    @Test
    void a_page_is_for_whoever_searched() {
        Caller owner = caller("i", "s", "c", "p");
        String name = Pages.name(owner);
        assertThat(Pages.isOf(name, owner)).isTrue();
        assertThat(Pages.isOf(name, caller("j", "s", "c", "p"))).isFalse();
        assertThat(Pages.isOf(name, caller("i", "t", "c", "p"))).isFalse();
        assertThat(Pages.isOf(name, caller("i", "s", "d", "p"))).isFalse();
        assertThat(Pages.isOf(name, caller("i", "s", "c", "q"))).isFalse();
        assertThat(Pages.name(owner)).isNotEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "x",
                "0123456789abcdef-",
                "0123456789abcdef",
                "0123456789abcdef-0123456789abcdef01234567"
            })
    void what_is_no_name_is_nobodys(String name) {
        assertThat(Pages.isOf(name, caller("i", "s", "c", "p"))).isFalse();
    }
}
