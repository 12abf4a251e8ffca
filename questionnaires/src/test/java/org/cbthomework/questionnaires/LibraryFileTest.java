package org.cbthomework.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LibraryFileTest {

    @Test
    void a_file_name_is_a_type_and_an_id() {
        assertThat(LibraryFile.named("Questionnaire-phq-9.json"))
                .isEqualTo(new LibraryFile(ResourceKind.QUESTIONNAIRE, "phq-9"));
    }

    @Test
    void a_code_system_comes_before_the_worksheet_that_uses_it() {
        assertThat(LibraryFile.named("CodeSystem-worksheet-item.json"))
                .isLessThan(LibraryFile.named("Questionnaire-breathing-space.json"));
    }

    @Test
    void a_name_of_another_form_is_refused() {
        assertThatThrownBy(() -> LibraryFile.named("phq-9.json"))
                .isInstanceOf(IncompleteLibraryException.class)
                .hasMessage("phq-9.json is not a file name of the library; call it <ResourceType>-<id>.json");
    }

    @Test
    void a_type_without_a_place_in_the_order_is_refused() {
        assertThatThrownBy(() -> LibraryFile.named("PlanDefinition-worry.json"))
                .isInstanceOf(IncompleteLibraryException.class)
                .hasMessage("PlanDefinition-worry.json is of a type that the library does not order; "
                        + "add it to ResourceKind");
    }
}
