package org.cbthomework.launch.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cbthomework.launch.ehr.AgreedScopes;
import org.cbthomework.launch.ehr.Credential;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.exchange.Exchanging;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.SettableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For how long what an EHR says of itself is believed. */
@Tag("server")
class RememberingTest {

    private static final String PATH = "/public/fhir/.well-known/smart-configuration";

    private final FakeEhr server = new FakeEhr();
    private final SettableClock clock = new SettableClock();
    private final Discovering discovering = new Discovering(new Exchanging(Duration.ofSeconds(5)), clock);
    private final Ehr ehr = new Ehr(
            server.issuer("public"),
            "The practice",
            "app",
            new Credential.None(),
            List.of("launch"),
            Set.of(server.base().replace("http://", "")),
            List.of(),
            null,
            AgreedScopes.NONE);

    @ParameterizedTest
    @CsvSource({"max-age=20, 20", "'private, max-age=\"90\"', 90", "max-age=86400, 300", "public, 60", "'', 60"})
    void what_is_said_is_asked_for_again_when_it_is_no_longer_fresh(String cacheControl, int seconds) throws Exception {
        say(cacheControl);

        discovering.discover(ehr);
        clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
        discovering.discover(ehr);
        assertThat(server.asked(PATH)).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        discovering.discover(ehr);
        assertThat(server.asked(PATH)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "No-Cache", "max-age=60, no-store", "max-age=0"})
    void what_is_not_to_be_kept_is_not(String cacheControl) throws Exception {
        say(cacheControl);

        discovering.discover(ehr);
        discovering.discover(ehr);

        assertThat(server.asked(PATH)).hasSize(2);
    }

    @Test
    void a_failure_is_not_remembered() throws Exception {
        server.script(PATH, asked -> new Answer(200, Map.of("Cache-Control", "max-age=60"), "no JSON"));
        assertThatThrownBy(() -> discovering.discover(ehr)).isInstanceOf(DiscoveryFailed.class);

        say("max-age=60");

        assertThat(discovering.discover(ehr).tokenEndpoint()).hasToString(server.base() + "/public/token");
    }

    @Test
    void another_endpoint_is_noticed_once_the_old_one_did_not_do() throws Exception {
        say("max-age=60");
        discovering.discover(ehr);
        String moved = server.configuration("public").replace("/public/token", "/public/token2");
        server.script(PATH, asked -> Answer.json(moved));
        assertThat(discovering.discover(ehr).tokenEndpoint()).hasPath("/public/token");

        discovering.forget(ehr);

        assertThat(discovering.discover(ehr).tokenEndpoint()).hasPath("/public/token2");
    }

    private void say(String cacheControl) {
        server.script(
                PATH,
                asked -> new Answer(
                        200,
                        cacheControl.isEmpty() ? Map.of() : Map.of("Cache-Control", cacheControl),
                        server.configuration("public")));
    }
}
