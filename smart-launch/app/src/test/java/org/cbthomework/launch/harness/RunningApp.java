package org.cbthomework.launch.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cbthomework.launch.SmartApp;
import org.cbthomework.practice.Ports;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The app on a free port, with eight ways of being registered at one fake EHR; by three of them homework is on another server. */
public final class RunningApp {

    public static final FakeEhr EHR = new FakeEhr();
    public static final FakeEhr HOMEWORK = new FakeEhr();
    public static final String PORTAL = "https://portal.example.org";

    private static final class Shared {
        private static final RunningApp APP = start(Ports.free(), fresh());
    }

    private final ConfigurableApplicationContext context;
    private final int port;
    private final Path folder;

    private RunningApp(ConfigurableApplicationContext context, int port, Path folder) {
        this.context = context;
        this.port = port;
        this.folder = folder;
    }

    /** The one that serves most tests; the EHR is as it was. */
    public static RunningApp shared() {
        EHR.reset();
        HOMEWORK.reset();
        return Shared.APP;
    }

    /** One that a test stops itself. Options come after those that all have. */
    public static RunningApp start(int port, Path folder, String... options) {
        List<String> all = new ArrayList<>();
        register(all, 0, "public", "public");
        register(all, 1, "secret", "client_secret_basic", "secret=s3cr%t:ä");
        register(all, 2, "rs384", "private_key_jwt", "algorithm=RS384");
        register(all, 3, "es384", "private_key_jwt", "algorithm=ES384", "sends-client-id=true");
        register(all, 4, "framed", "public", "frame-ancestors=" + PORTAL);
        register(all, 5, "beside", "public", "homework=" + HOMEWORK.issuer("homework"));
        register(all, 6, "uncounted", "public", "homework=" + HOMEWORK.issuer("uncounted"));
        register(
                all,
                7,
                "agreed",
                "public",
                "homework=" + HOMEWORK.issuer("agreed"),
                "homework-scopes.patient=patient/Task.rs patient/QuestionnaireResponse.crus",
                "homework-scopes.clinician=user/ServiceRequest.crus user/CarePlan.crus user/Questionnaire.rs");
        all.addAll(List.of(options));
        return plain(port, folder, all.toArray(String[]::new));
    }

    /** One that is registered as it comes. */
    public static RunningApp plain(int port, Path folder, String... options) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--cbt-homework.data=" + folder,
                "--logging.file.name=" + folder.resolve("app.log")));
        all.addAll(List.of(options));
        SpringApplication app = new SpringApplication(SmartApp.class);
        // All tests launch from one address.
        app.setDefaultProperties(Map.of("cbt-homework.app.launches-per-minute", "100000"));
        return new RunningApp(app.run(all.toArray(String[]::new)), port, folder);
    }

    private static void register(List<String> all, int n, String name, String authentication, String... further) {
        String setting = "--cbt-homework.ehrs[" + n + "].";
        all.add(setting + "issuer=" + EHR.issuer(name));
        all.add(setting + "name=The " + name + " practice");
        all.add(setting + "client-id=app-" + name);
        all.add(setting + "authentication=" + authentication);
        all.add(setting + "scopes=launch launch/patient openid fhirUser offline_access patient/*.rs"
                + " patient/QuestionnaireResponse.cu");
        for (String each : further) {
            all.add(setting + each);
        }
    }

    public String base() {
        return "http://localhost:" + port;
    }

    public Browser browser() {
        return new Browser(base());
    }

    /** All that the app has logged. */
    public String log() {
        try {
            return Files.readString(folder.resolve("app.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public void stop() {
        context.close();
    }

    private static Path fresh() {
        try {
            return Files.createTempDirectory("cbt-homework-app");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
