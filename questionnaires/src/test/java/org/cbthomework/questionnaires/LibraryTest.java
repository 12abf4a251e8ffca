package org.cbthomework.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class LibraryTest {

    private final List<LibraryResource> resources = new Library().resources();

    @Test
    void what_others_refer_to_comes_first() {
        assertThat(resources)
                .extracting(LibraryResource::type)
                .containsSubsequence(
                        "SearchParameter",
                        "CodeSystem",
                        "StructureDefinition",
                        "OperationDefinition",
                        "Questionnaire",
                        "ActivityDefinition");
        assertThat(resources.stream().map(LibraryResource::type).distinct()).hasSize(6);
    }

    @Test
    void type_and_id_are_those_of_the_json() {
        for (LibraryResource resource : resources) {
            Resource parsed = ParsedLibrary.parse(resource.json());
            assertThat(resource.reference())
                    .isEqualTo(parsed.fhirType() + "/" + parsed.getIdElement().getIdPart());
        }
    }

    @Test
    void no_resource_is_there_twice() {
        assertThat(resources).extracting(LibraryResource::reference).doesNotHaveDuplicates();
    }

    @Test
    void the_index_and_the_folder_agree() throws IOException {
        Path folder = Fixture.folder("fhir");
        List<String> index = Files.readAllLines(folder.resolve("index.txt"));
        for (String file : filesIn(folder)) {
            assertThat(index)
                    .as("%s is in the folder; add a line for it to index.txt, or remove the file", file)
                    .contains(file);
        }
        for (String line : index) {
            assertThat(filesIn(folder))
                    .as("%s is in index.txt; add the file to the folder, or remove the line", line)
                    .contains(line);
        }
        assertThat(index).as("index.txt names a file twice").doesNotHaveDuplicates();
    }

    @Test
    void a_library_without_an_index_says_what_to_do() {
        assertThatThrownBy(() -> new Library("nowhere/").resources())
                .isInstanceOf(IncompleteLibraryException.class)
                .hasMessage("nowhere/index.txt is not in the library: "
                        + "the jar was built without its resources; build it again");
    }

    @Test
    void a_missing_file_is_named_with_the_remedy() {
        assertThatThrownBy(() -> new Library("shelf-with-a-gap/").resources())
                .isInstanceOf(IncompleteLibraryException.class)
                .hasMessage("shelf-with-a-gap/CodeSystem-gone.json is not in the library: "
                        + "index.txt names it; add the file or take out the line");
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.txt"))
                    .toList();
        }
    }
}
