package org.cbthomework.benchmark.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class DiaryTest {

    private final Diary diary = new Diary(7);

    @Test
    void a_history_has_a_response_for_each_evening_some_of_them_twice_and_some_never() {
        assertThat(diary.history().split("\"resourceType\": \"QuestionnaireResponse\"", -1))
                .hasSize(Diary.EVENINGS + 1);
        assertThat(Searched.evenings(diary.history())).hasSize(Diary.EVENINGS - Diary.TWICE);
    }

    @Test
    void a_response_that_is_left_alone_differs_only_in_what_it_refers_to() {
        String homework = diary.homework(3);
        String leftAlone = diary.leftAlone(3);

        assertThat(homework).contains("\"basedOn\": [{\"reference\": \"ServiceRequest/bench-7-diary\"}]");
        assertThat(leftAlone).contains("\"partOf\": [{\"reference\": \"Observation/bench-7-something\"}]");
        assertThat(leftAlone).doesNotContain("ServiceRequest").hasSameSizeAs(homework);
    }
}
