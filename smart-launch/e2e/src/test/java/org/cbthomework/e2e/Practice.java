package org.cbthomework.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.cbthomework.practice.Ports;
import org.cbthomework.practice.Server;
import org.jspecify.annotations.Nullable;

/** A demo practice that is open: its EHR with the demo patients, and the app. One for all tests of a JVM. */
final class Practice {

    private static final Path EHR = Path.of("../../fhir-plugin/demo-ehr/target/demo-ehr/cbt-homework-demo-ehr.jar");
    private static final Path APP = Path.of("../app/target/app/cbt-homework-app.jar");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private static @Nullable Practice open;

    /** Where else the same app may be: an address of this machine that is another site to browsers than localhost. */
    static final String ELSEWHERE_TLS = "https://127.0.0.1:" + Ports.free();

    static final String ELSEWHERE = "http://127.0.0.1:" + Ports.free();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String ehr;
    private final Path folder;
    private final String[] appOptions;
    private Server app;

    private Practice() throws IOException, InterruptedException {
        int ehrPort = Ports.free();
        int appPort = Ports.free();
        ehr = "http://localhost:" + ehrPort;
        folder = Files.createTempDirectory(Path.of("target"), "practice-").toAbsolutePath();
        appOptions = new String[] {
            "--server.port=" + appPort,
            "--cbt-homework.demo-ehr=" + ehr,
            "--cbt-homework.data=" + folder.resolve("app"),
            "--cbt-homework.app.contacts[0].name=Lime Tree crisis line",
            "--cbt-homework.app.contacts[0].href=tel:+15555550100",
            "--cbt-homework.app.contacts[0].detail=555 0100, at any time",
        };
        Server record = Server.launch(
                "The demo EHR",
                EHR,
                folder.resolve("ehr.log"),
                "--server.port=" + ehrPort,
                "--cbt-homework.data=" + folder.resolve("ehr"),
                "--cbt-homework.demo.app=http://localhost:" + appPort,
                "--cbt-homework.demo.clients.cbt-homework-app.redirect-uris=" + "http://localhost:" + appPort
                        + "/callback," + ELSEWHERE_TLS + "/callback," + ELSEWHERE + "/callback");
        app = startApp();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            app.close();
            record.close();
        }));
        app.awaitWords("CBT Homework is ready");
        record.awaitWords("Demo patients loaded");
    }

    /** Opens it, the first time. */
    static synchronized Practice open() {
        if (open == null) {
            try {
                open = new Practice();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return open;
    }

    /** Where people of the practice sign in. */
    String address() {
        return ehr + "/";
    }

    /** Kills the app and starts it again on what it kept. */
    void restartApp() throws InterruptedException {
        app.close();
        app = startApp();
        app.awaitWords("CBT Homework is ready");
    }

    /**
     * The app at another address, as the same client with the same keys, registered as its README tells. The caller
     * closes it.
     *
     * @param frames the origin whose pages may frame it
     */
    Server startAppAt(String url, String frames, String... options) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory(folder, "app-");
        Files.copy(folder.resolve("app/signing-keys.json"), own.resolve("signing-keys.json"));
        List<String> all = new ArrayList<>(List.of(
                "--server.port=" + URI.create(url).getPort(),
                "--cbt-homework.app.url=" + url,
                "--cbt-homework.data=" + own,
                "--cbt-homework.app.contacts[0].name=Emergency",
                "--cbt-homework.app.contacts[0].href=tel:112",
                "--cbt-homework.ehrs[0].issuer=" + ehr + "/fhir",
                "--cbt-homework.ehrs[0].name=Demo practice",
                "--cbt-homework.ehrs[0].client-id=cbt-homework-app",
                "--cbt-homework.ehrs[0].authentication=private_key_jwt",
                "--cbt-homework.ehrs[0].scopes=launch launch/patient openid fhirUser offline_access patient/*.rs"
                        + " patient/QuestionnaireResponse.cu",
                "--cbt-homework.ehrs[0].frame-ancestors=" + frames));
        all.addAll(List.of(options));
        Server server = Server.launch("The app at " + url, APP, own.resolve("app.log"), all.toArray(String[]::new));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.awaitWords("CBT Homework is ready");
        return server;
    }

    private Server startApp() {
        return Server.launch("The app", APP, folder.resolve("app.log"), appOptions);
    }

    /** What the app has printed since its last start. */
    String printedByApp() {
        return app.printed();
    }

    /** What the record tells the health system's own program. */
    JsonNode ask(String search) {
        return send(authorized(search).header("Cache-Control", "no-cache").build());
    }

    /** Has the health system's own program store a resource. */
    JsonNode store(String reference, String json) {
        return send(authorized(reference)
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(json))
                .build());
    }

    /**
     * Assigns three thought records a week, of which none is done, whatever the demo patient does at this hour.
     *
     * @return the ids of their Tasks, of which one at least is not done
     */
    List<String> assignThoughtRecords(String patient) throws InterruptedException {
        String order = "ServiceRequest/" + patient + "-story";
        ObjectNode like = (ObjectNode)
                read(ask("ServiceRequest/demo-quota-thoughts").toString().replace("demo-quota", patient));
        like.remove("meta");
        like.put("id", patient + "-story");
        ((ObjectNode) like.at("/occurrenceTiming/repeat/boundsPeriod"))
                .put("start", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
        store(order, like.toString());
        List<String> occasions = List.of();
        while (occasions.isEmpty()) {
            Thread.sleep(LOOK_AGAIN.toMillis());
            occasions = ask("Task?based-on=" + order).findValuesAsText("id").stream()
                    .filter(id -> id.startsWith("hw-"))
                    .toList();
        }
        return occasions;
    }

    private HttpRequest.Builder authorized(String path) {
        String form =
                "grant_type=client_credentials&scope=" + URLEncoder.encode("system/*.cruds", StandardCharsets.UTF_8);
        JsonNode token = send(HttpRequest.newBuilder(URI.create(ehr + "/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("cbt-homework-tour:tour".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        return HttpRequest.newBuilder(URI.create(ehr + "/fhir/" + path))
                .header("Authorization", "Bearer " + token.get("access_token").textValue());
    }

    private JsonNode send(HttpRequest request) {
        try {
            return read(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
