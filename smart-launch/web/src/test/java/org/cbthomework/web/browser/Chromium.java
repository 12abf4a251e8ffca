package org.cbthomework.web.browser;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chromium on this machine; where there is none, one is installed, and where that fails, it says what to do. */
final class Chromium {

    private static final String NAMED = "CBT_HOMEWORK_CHROMIUM";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Path ON_A_MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final Path LOCK = Path.of(System.getProperty("java.io.tmpdir"), "cbt-homework-chromium.lock");

    private final Path ofPlaywright;

    /** @param ofPlaywright where Playwright would have its own */
    Chromium(Path ofPlaywright) {
        this.ofPlaywright = ofPlaywright;
    }

    /** The one to start: named by the environment, on the path, Playwright's own, or now installed. */
    Path executable() {
        return there().or(this::installed)
                .orElseThrow(() -> new AssertionError(
                        "No Chromium here, and none could be installed. Install Chromium or Chrome (on Debian as root:"
                                + " apt-get install chromium), or name one by the environment variable " + NAMED));
    }

    private Optional<Path> there() {
        String named = System.getenv(NAMED);
        if (named != null) {
            Path file = Path.of(named);
            if (!Files.isExecutable(file)) {
                throw new AssertionError("%s names %s, which cannot be run; name Chromium's executable, or unset it"
                        .formatted(NAMED, file));
            }
            return Optional.of(file);
        }
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, Stream.of(ON_A_MAC, ofPlaywright))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Tests run in several JVMs at once: one installs it, the others wait and find it. */
    private Optional<Path> installed() {
        try (FileChannel file = FileChannel.open(LOCK, CREATE, WRITE)) {
            FileLock held = file.lock();
            try {
                return there().or(this::installedByPlaywright).or(this::installedByDebian);
            } finally {
                held.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(LOCK.toString(), e);
        }
    }

    private Optional<Path> installedByPlaywright() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        run(List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "install",
                "chromium"));
        return there();
    }

    private Optional<Path> installedByDebian() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        return run(List.of("apt-get", "update")) && run(List.of("apt-get", "install", "-y", "chromium"))
                ? there()
                : Optional.empty();
    }

    private static boolean run(List<String> command) {
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log());
        process.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
        try {
            return process.start().waitFor() == 0;
        } catch (IOException cannotRun) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static File log() {
        return Path.of("target", "chromium-install.log").toFile();
    }
}
