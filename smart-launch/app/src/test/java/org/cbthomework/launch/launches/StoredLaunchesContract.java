package org.cbthomework.launch.launches;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.cbthomework.launch.keys.Sealing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What keeping launches promises, on whatever database. */
@Tag("server")
abstract class StoredLaunchesContract {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(8));

    @TempDir
    private Path folder = Path.of("");

    private final Browser browser = Browser.unseen();

    abstract DataSource database();

    @BeforeEach
    void tables() {
        ResourceDatabasePopulator tables =
                new ResourceDatabasePopulator(new ClassPathResource("org/cbthomework/launch/launches/1-launches.sql"));
        tables.execute(database());
        tables.execute(database());
    }

    private Launches launches(Instant now) {
        return new StoredLaunches(
                JdbcClient.create(database()),
                new TransactionTemplate(new JdbcTransactionManager(database())),
                Sealing.with(null, folder.resolve("key")),
                JsonMapper.builder().build(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private PendingLaunches pending(Instant now) {
        return new StoredPendingLaunches(
                JdbcClient.create(database()),
                Sealing.with(null, folder.resolve("key")),
                JsonMapper.builder().build(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Launch launch() {
        return new Launch(
                LaunchId.next(),
                "https://ehr.example.org/fhir",
                URI.create("https://ehr.example.org/token"),
                null,
                new LaunchContext(
                        "patient-of-launch",
                        null,
                        "Patient/patient-of-launch",
                        "homework-today",
                        "ward",
                        null,
                        true,
                        List.of(new LaunchContext.Further("CareTeam/t1", "launch"))),
                new Grant(Scopes.of("openid patient/*.rs"), "access-token", NOW.plusSeconds(60), "refresh-token"),
                LATER);
    }

    private static PendingLaunch pendingLaunch(String state) {
        return new PendingLaunch(
                state,
                "nonce",
                "verifier",
                "https://ehr.example.org/fhir",
                URI.create("https://ehr.example.org/token"),
                null,
                "https://ehr.example.org",
                true,
                List.of("openid"),
                "task-1",
                NOW.plusSeconds(600));
    }

    @Test
    void a_launch_is_found_as_it_was_by_its_own_browser_alone() {
        Launch launch = launch();
        launches(NOW).add(launch, browser);

        assertThat(launches(NOW).find(launch.id(), browser)).contains(launch);
        assertThat(launches(NOW).find(launch.id(), Browser.unseen())).isEmpty();
        assertThat(launches(NOW).find(LaunchId.next(), browser)).isEmpty();
    }

    @Test
    void a_launch_is_over_at_its_end() {
        Launch launch = launch();
        launches(NOW).add(launch, browser);

        assertThat(launches(LATER.minusMillis(1)).find(launch.id(), browser)).isPresent();
        assertThat(launches(LATER).find(launch.id(), browser)).isEmpty();
    }

    @Test
    void changes_at_once_follow_one_another_even_from_two_nodes() {
        Launch launch = launch();
        launches(NOW).add(launch, browser);
        List<Launches> nodes = List.of(launches(NOW), launches(NOW));
        AtomicInteger within = new AtomicInteger();

        List<CompletableFuture<Void>> changes = Stream.iterate(0, n -> n + 1)
                .limit(16)
                .map(n -> CompletableFuture.runAsync(() -> nodes.get(n % 2).change(launch.id(), before -> {
                    assertThat(within.incrementAndGet()).isEqualTo(1);
                    int seen = Integer.parseInt(before.grant().accessToken().replace("access-token", "0"));
                    within.decrementAndGet();
                    return before.with(new Grant(
                            before.grant().scopes(),
                            Integer.toString(seen + 1),
                            before.grant().ends(),
                            null));
                })))
                .toList();
        changes.forEach(CompletableFuture::join);

        assertThat(launches(NOW)
                        .find(launch.id(), browser)
                        .orElseThrow()
                        .grant()
                        .accessToken())
                .isEqualTo("16");
    }

    @Test
    void a_change_to_a_launch_that_is_gone_is_none() {
        assertThat(launches(NOW).change(LaunchId.next(), before -> before)).isEmpty();
    }

    @Test
    void all_launches_of_a_browser_are_removed_and_told() {
        Launch one = launch();
        Launch other = launch();
        Launch anothers = launch();
        Browser another = Browser.unseen();
        launches(NOW).add(one, browser);
        launches(NOW).add(other, browser);
        launches(NOW).add(anothers, another);

        assertThat(launches(NOW).removeAll(browser)).containsExactlyInAnyOrder(one, other);
        assertThat(launches(NOW).find(one.id(), browser)).isEmpty();
        assertThat(launches(NOW).find(anothers.id(), another)).isPresent();
    }

    @Test
    void a_state_is_taken_once_by_its_own_browser_before_its_end() {
        pending(NOW).add(pendingLaunch("one"), browser);

        assertThat(pending(NOW).take("one", Browser.unseen())).isEmpty();
        assertThat(pending(NOW).take("one", browser)).contains(pendingLaunch("one"));
        assertThat(pending(NOW).take("one", browser)).isEmpty();
    }

    @Test
    void a_state_is_over_after_ten_minutes_and_then_gone() {
        pending(NOW).add(pendingLaunch("two"), browser);

        assertThat(pending(NOW.plusSeconds(600)).take("two", browser)).isEmpty();
        assertThat(pending(NOW).take("two", browser)).isEmpty();
    }

    @Test
    void of_many_who_bring_a_state_at_once_one_has_it() {
        pending(NOW).add(pendingLaunch("three"), browser);

        List<CompletableFuture<Boolean>> takers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> pending(NOW).take("three", browser).isPresent()))
                .limit(8)
                .toList();

        assertThat(takers.stream().filter(CompletableFuture::join)).hasSize(1);
    }

    @Test
    void nothing_of_a_launch_can_be_read_in_the_table() {
        Launch launch = launch();
        launches(NOW).add(launch, browser);

        assertThat(JdbcClient.create(database())
                        .sql("select browser, sealed from launches where id = :id")
                        .param("id", launch.id().value())
                        .query()
                        .singleRow()
                        .values())
                .allSatisfy(value -> assertThat(value.toString())
                        .doesNotContain("access-token", "refresh-token", "patient-of-launch", browser.secret()));
    }
}
