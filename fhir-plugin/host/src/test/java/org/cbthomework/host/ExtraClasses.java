package org.cbthomework.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of jars that a host adds to its own classes, as the starter's launcher does with {@code loader.path}. */
final class ExtraClasses {

    private static final Path FOLDER = Path.of(System.getProperty("extra-classes"));

    private ExtraClasses() {}

    /** The host's classes, and behind them the jars of the folder. */
    static URLClassLoader loader() {
        return new URLClassLoader(jars().stream().map(ExtraClasses::url).toArray(URL[]::new), hostClasses());
    }

    static ClassLoader hostClasses() {
        return ExtraClasses.class.getClassLoader();
    }

    /** The one jar that the recipe puts there. */
    static Path dropIn() {
        if (jars().size() != 1) {
            throw new IllegalStateException(FOLDER + " holds " + jars() + ", not one jar; run mvn clean verify");
        }
        return jars().get(0);
    }

    private static List<Path> jars() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + " cannot be read; run mvn verify, which fills it", e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(jar.toString(), e);
        }
    }
}
