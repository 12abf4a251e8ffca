package org.cbthomework.practice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts the demo EHR and the app, says what to open, and stops both: when it is stopped itself, and when one of them ends.
 */
public final class DemoPractice {

    private static final String EHR_JAR = "fhir-plugin/demo-ehr/target/demo-ehr/cbt-homework-demo-ehr.jar";
    private static final String APP_JAR = "smart-launch/app/target/app/cbt-homework-app.jar";
    private static final int BAD_OPTION = 2;

    private final Options options;
    private final Path ehrJar;
    private final Path appJar;

    /** With what each says when it is ready. */
    private final Map<Server, String> servers = new LinkedHashMap<>();

    private volatile boolean isStopping;

    /** The jars are looked for where Maven puts them below the root of the project. */
    DemoPractice(Options options, Path root) {
        this.options = options;
        this.ehrJar = root.resolve(EHR_JAR);
        this.appJar = root.resolve(APP_JAR);
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            DemoPractice practice = new DemoPractice(Options.of(List.of(arguments)), root());
            Runtime.getRuntime().addShutdownHook(new Thread(practice::stop, "stop"));
            practice.open();
        } catch (CannotStart wrong) {
            System.err.println(wrong.getMessage());
            System.exit(BAD_OPTION);
        }
    }

    /** Returns when it is being closed. */
    private void open() throws InterruptedException {
        checkFree(Options.EHR_PORT, options.ehrPort(), "18080");
        checkFree(Options.APP_PORT, options.appPort(), "18081");
        launch();
        System.out.println(
                "Starting the demo EHR and the app. The first start takes a minute or two, later ones less.");
        try {
            awaitReadiness();
            System.out.println(welcome());
            awaitAnEnd();
        } catch (Ended ended) {
            // Ctrl-C reaches all processes of a terminal at once: one of them may be gone before this one is told.
            Thread.sleep(500);
            if (!isStopping) {
                System.err.println(ended.getMessage());
                System.err.println("The other one is stopped too.");
                System.exit(1);
            }
        }
    }

    private synchronized void launch() {
        if (!isStopping) {
            servers.put(Server.launch("The demo EHR", ehrJar, log("ehr"), ehrOptions()), "Demo patients loaded");
            servers.put(Server.launch("The app", appJar, log("app"), appOptions()), "CBT Homework is ready");
        }
    }

    private void awaitReadiness() throws InterruptedException {
        Map<Server, String> awaited = new LinkedHashMap<>(servers);
        while (!awaited.isEmpty()) {
            servers.keySet().forEach(Server::checkRuns);
            awaited.entrySet().removeIf(each -> each.getKey().hasSaid(each.getValue()));
            Thread.sleep(100);
        }
    }

    private void awaitAnEnd() throws InterruptedException {
        while (!isStopping) {
            servers.keySet().forEach(Server::checkRuns);
            Thread.sleep(500);
        }
    }

    private synchronized void stop() {
        isStopping = true;
        servers.keySet().forEach(Server::dismiss);
        for (Server server : servers.keySet()) {
            try {
                server.stop();
            } catch (InterruptedException e) {
                server.close();
            }
        }
    }

    private String[] ehrOptions() {
        return new String[] {
            "--server.port=" + options.ehrPort(),
            "--cbt-homework.data=" + folder("ehr"),
            "--cbt-homework.demo.app=" + address(options.appPort())
        };
    }

    private String[] appOptions() {
        return new String[] {
            "--server.port=" + options.appPort(),
            "--cbt-homework.data=" + folder("app"),
            "--cbt-homework.demo-ehr=" + address(options.ehrPort()),
            // A number that is nobody's: it is kept free for films and books.
            "--cbt-homework.app.contacts[0].name=On-call line of the demo practice (made up)",
            "--cbt-homework.app.contacts[0].href=tel:+15555550100",
            "--cbt-homework.app.contacts[0].detail=555 0100, at any time"
        };
    }

    private String welcome() {
        return String.join(
                "\n",
                "",
                "Open " + address(options.ehrPort()) + " and choose somebody to be:",
                "",
                "  Demo Steady          a patient, with an evening diary",
                "  Demo Clinician One   a clinician, with the charts of seven patients",
                "",
                "then \"Open homework\". All of them are made up, and so is all they have written.",
                "",
                "FHIR is at " + address(options.ehrPort()) + "/fhir, the app at " + address(options.appPort()) + ".",
                "What is stored stays in " + options.data() + "; what both print is in " + log("ehr") + " and "
                        + log("app") + ".",
                "Ctrl-C stops both.");
    }

    private Path folder(String name) {
        return options.data().resolve(name).toAbsolutePath().normalize();
    }

    private Path log(String name) {
        return options.data().resolve(name + ".log");
    }

    private static String address(int port) {
        return "http://localhost:" + port;
    }

    private static void checkFree(String option, int port, String other) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new CannotStart(
                    "Port " + port + " (" + option + ") is taken by another program",
                    "Stop that program, or give another port, as in " + option + "=" + other);
        }
    }

    /** The jar of this class lies in {@code smart-launch/demo/target}. */
    private static Path root() {
        try {
            return Path.of(DemoPractice.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolve("../../../..")
                    .normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
