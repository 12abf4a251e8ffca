package org.cbthomework.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.cbthomework.launch.harness.Asked;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.cbthomework.practice.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class TwoNodesTest {

    private final FakeEhr ehr = RunningApp.EHR;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_launch_begun_on_one_node_is_completed_on_another_and_open_on_both() throws IOException {
        ehr.reset();
        try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
            int port = Ports.free();
            RunningApp one = node(port, "http://localhost:" + port, database);
            RunningApp other = node(Ports.free(), one.base(), database);
            Browser browser = one.browser();
            Page sent = browser.launch(ehr.issuer("es384"), "x");
            String state = Asked.query(sent.location()).getOrDefault("state", "");

            Page back = browser.get(other.base() + "/callback?code=" + ehr.code(Asked.query(sent.location()))
                    + "&state=" + state + "&iss=" + ehr.base() + "/es384");

            assertThat(back.location()).startsWith(one.base() + "/l/");
            assertThat(browser.get(back.location()).body()).contains("Pat Example");
            assertThat(browser.get(back.location().replace(one.base(), other.base()))
                            .body())
                    .contains("Pat Example");
            one.stop();
            other.stop();
        }
    }

    private RunningApp node(int port, String address, EmbeddedPostgres database) {
        return RunningApp.start(
                port,
                folder,
                "--cbt-homework.app.url=" + address,
                "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres");
    }
}
