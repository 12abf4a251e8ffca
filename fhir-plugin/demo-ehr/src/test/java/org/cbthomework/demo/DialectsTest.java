package org.cbthomework.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class DialectsTest {

    @Test
    void the_address_of_the_database_chooses_the_dialect() {
        assertThat(Dialects.of("jdbc:h2:file:./data/ehr")).endsWith("HapiFhirH2Dialect");
        assertThat(Dialects.of("jdbc:postgresql://db/ehr")).endsWith("HapiFhirPostgresDialect");
    }

    @Test
    void an_unknown_database_is_refused_without_telling_its_secrets() {
        assertThatThrownBy(() -> Dialects.of("jdbc:mysql://db/ehr?password=tell-nobody"))
                .hasMessageContaining("jdbc:mysql://db/ehr")
                .hasMessageContaining("jdbc:postgresql:")
                .hasMessageNotContaining("tell-nobody");
    }
}
