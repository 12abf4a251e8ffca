package org.cbthomework.demo.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.cbthomework.demo.harness.Eventually;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL, started once: in order, because the last test leaves one of them dead. */
@Tag("server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class TwoNodesTest {

    private static final String LOCKED =
            "SELECT LOCK_UNTIL FROM CBT_HOMEWORK.LOCKS WHERE NAME = 'publishing' AND LOCK_UNTIL > timezone('utc', now())";

    private final Random random = new Random(Long.getLong("reliability.seed", 1));
    private final Receipts receipts = new Receipts();
    private DatabaseProcess database;
    private Servers servers;
    private ServerProcess first;
    private List<FhirHttp> nodes;

    @BeforeAll
    void begin(@TempDir Path folder) {
        database = new DatabaseProcess(folder.resolve("postgresql"));
        servers = new Servers(folder);
        String[] options = {"--spring.datasource.url=" + database.url(), "--spring.datasource.username=postgres"};
        first = servers.launch(options);
        FhirHttp one = first.whenReady();
        nodes = List.of(one, servers.launch(options).whenReady());
    }

    @AfterAll
    void end() {
        servers.close();
        database.close();
    }

    @Test
    @Order(1)
    void what_is_written_to_either_node_counts_on_both_and_is_published_once() {
        List<Diary> diaries = Diary.assigned(nodes.get(0), 3, 2);
        Writers writers = write(diaries);
        Pause.of(Duration.ofSeconds(4));
        writers.stop();

        nodes.forEach(node -> new Proof(node, receipts).of(diaries));
    }

    @Test
    @Order(2)
    void while_the_database_is_away_nothing_is_acknowledged_and_once_it_is_back_both_nodes_recover_by_themselves() {
        assertThat(database.ask("SHOW fsync") + database.ask("SHOW synchronous_commit"))
                .isEqualTo("onon");
        List<Diary> diaries = Diary.assigned(nodes.get(1), 3, 2);
        Writers writers = write(diaries);
        Pause.of(Duration.ofMillis(1000 + random.nextInt(2000)));

        database.kill();
        nodes.forEach(node -> unavailable(node, diaries.get(0)));
        database.startAgain();

        Eventually.holds(() -> nodes.forEach(node -> assertThat(
                        node.get("/Patient/" + diaries.get(0).patient()).status())
                .isEqualTo(200)));
        Pause.of(Duration.ofSeconds(2));
        writers.stop();
        nodes.forEach(node -> new Proof(node, receipts).of(diaries));
    }

    @Test
    @Order(3)
    void when_a_node_is_killed_amid_publication_the_other_takes_over() {
        List<Diary> diaries = Diary.assigned(nodes.get(0), 3, 2);
        Writers writers = write(diaries);
        Pause.of(Duration.ofSeconds(1));
        Eventually.holds(() -> assertThat(database.ask(LOCKED)).isNotNull());

        first.kill();
        Pause.of(Duration.ofSeconds(2));
        writers.stop();

        new Proof(nodes.get(1), receipts).of(diaries);
    }

    private Writers write(List<Diary> diaries) {
        return Writers.start(4, nodes, diaries, receipts, random);
    }

    private static void unavailable(FhirHttp node, Diary diary) {
        Entry entry = new Entry(diary.order(), 2, "completed", 2);
        Reply reply = node.put("/QuestionnaireResponse/unavailable", entry.json("unavailable", diary.patient()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(503);
        assertThat(reply.headers().firstValue("Retry-After")).as(reply.body()).isPresent();
    }
}
