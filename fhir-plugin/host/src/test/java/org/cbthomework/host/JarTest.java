package org.cbthomework.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is in the jar and what is not. */
@Tag("domain")
class JarTest {

    private final List<String> files = files();

    @Test
    void nothing_is_in_it_that_a_host_brings() {
        assertThat(files)
                .noneMatch(file -> file.startsWith("ca/uhn/"))
                .noneMatch(file -> file.startsWith("org/springframework/"))
                .noneMatch(file -> file.startsWith("org/hl7/"));
        assertThat(files.stream()
                        .filter(file -> file.endsWith(".class"))
                        .filter(file -> ExtraClasses.hostClasses().getResource(file) != null))
                .isEmpty();
    }

    @Test
    void the_plugin_and_all_it_needs_are_in_it() throws IOException {
        assertThat(files)
                .contains(
                        "org/cbthomework/plugin/HomeworkPlugin.class",
                        "org/cbthomework/adherence/Adherence.class",
                        "org/cbthomework/questionnaires/Library.class",
                        "org/cbthomework/questionnaires/fhir/index.txt",
                        "META-INF/LICENSE",
                        "META-INF/NOTICE");
        try (URLClassLoader loader = ExtraClasses.loader()) {
            assertThat(files.stream().filter(JarTest::isAClass)).allSatisfy(file -> linked(file, loader));
        }
    }

    @Test
    void nothing_is_in_it_twice() {
        assertThat(files).doesNotHaveDuplicates();
    }

    @Test
    void nothing_of_ours_is_on_the_class_path_of_the_host() {
        assertThat(ExtraClasses.hostClasses().getResource("org/cbthomework/plugin/HomeworkPlugin.class"))
                .isNull();
        assertThat(ExtraClasses.hostClasses().getResource("org/cbthomework/adherence/Adherence.class"))
                .isNull();
        assertThat(ExtraClasses.hostClasses().getResource("org/cbthomework/questionnaires/Library.class"))
                .isNull();
    }

    private static boolean isAClass(String file) {
        return file.endsWith(".class") && !file.endsWith("-info.class");
    }

    /** Fails if a type that the class declares or takes is neither in the jar nor in the host. */
    private static void linked(String file, ClassLoader loader) throws ClassNotFoundException {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        Class<?> found = Class.forName(name, false, loader);
        assertThat(found.getDeclaredMethods()).isNotNull();
        assertThat(found.getDeclaredFields()).isNotNull();
    }

    private static List<String> files() {
        try (JarFile jar = new JarFile(ExtraClasses.dropIn().toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(ExtraClasses.dropIn() + " is not a jar; run mvn clean verify", e);
        }
    }
}
