package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cbthomework.launch.authorization.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class LanguagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern FIXED_KEY = Pattern.compile("#\\{([a-z][a-z0-9.-]*)[}(]");

    private static final Pattern KEY_IN_CODE = Pattern.compile("\"((?:refusal|error)\\.[a-z.-]+[a-z])\"");

    @Test
    void each_language_says_all_that_English_says_and_nothing_else() {
        List<Path> english = bundles().toList();

        assertThat(english).isNotEmpty();
        assertThat(english)
                .allSatisfy(bundle -> assertThat(others())
                        .allSatisfy(language -> assertThat(in(bundle, language).stringPropertyNames())
                                .as("%s in %s", bundle.getFileName(), language)
                                .isEqualTo(read(bundle).stringPropertyNames())));
    }

    @Test
    void each_language_has_as_many_places_for_what_is_told_as_English_has() {
        assertThat(bundles())
                .allSatisfy(bundle -> assertThat(others())
                        .allSatisfy(language -> read(bundle)
                                .forEach((key, words) -> assertThat(
                                                places(in(bundle, language).getProperty(key.toString(), "")))
                                        .as("%s in %s", key, language)
                                        .isEqualTo(places(words.toString())))));
    }

    @Test
    void every_bundle_is_one_that_the_app_reads_and_every_key_of_a_page_is_in_one() {
        Properties settings = read(RESOURCES.resolve("application.properties"));
        Set<String> known = bundles()
                .flatMap(bundle -> read(bundle).stringPropertyNames().stream())
                .collect(Collectors.toSet());

        assertThat(settings.getProperty("spring.messages.basename").split(","))
                .containsAll(bundles()
                        .map(bundle ->
                                "messages/" + bundle.getFileName().toString().replace(".properties", ""))
                        .toList());
        assertThat(keysOfPages()).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void every_refusal_has_its_words_and_so_has_every_other_that_is_told_by_a_key() {
        Set<String> known =
                read(RESOURCES.resolve("messages/refusals.properties")).stringPropertyNames();

        assertThat(Refusal.values())
                .allSatisfy(refusal -> assertThat(known).contains(refusal.key() + ".title", refusal.key() + ".remedy"));
        assertThat(keysOfCode())
                .hasSizeGreaterThan(8)
                .allSatisfy(key -> assertThat(known).containsAnyOf(key, key + ".title"));
    }

    private static Set<String> keysOfCode() {
        try (Stream<Path> code = Files.walk(Path.of("src/main/java"))) {
            return code.filter(Files::isRegularFile)
                    .flatMap(file -> KEY_IN_CODE.matcher(text(file)).results().map(each -> each.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keysOfPages() {
        return files(RESOURCES.resolve("templates"))
                .flatMap(page -> FIXED_KEY.matcher(text(page)).results().map(each -> each.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> places(String words) {
        return Pattern.compile("\\{\\d")
                .matcher(words)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static List<String> others() {
        return Languages.SPOKEN.stream()
                .filter(each -> !each.equals(Locale.ENGLISH))
                .map(Locale::toLanguageTag)
                .toList();
    }

    private static Stream<Path> bundles() {
        return files(RESOURCES.resolve("messages"))
                .filter(each -> !each.getFileName().toString().contains("_"));
    }

    private static Properties in(Path bundle, String language) {
        return read(bundle.resolveSibling(
                bundle.getFileName().toString().replace(".properties", "_" + language + ".properties")));
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
