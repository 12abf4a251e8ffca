package org.cbthomework.plugin.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cbthomework.plugin.response.Responding.response;
import static org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus.AMENDED;
import static org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus.COMPLETED;
import static org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus.INPROGRESS;
import static org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus.STOPPED;

import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("domain")
class FirstCompletionTest {

    @Test
    void before_anything_was_completed_the_response_speaks_for_itself() {
        QuestionnaireResponse first = response();
        FirstCompletion.carry(Optional.empty(), first);
        assertThat(first.getExtensionByUrl(FirstCompletion.URL)).isNull();
        assertThat(authored(first)).isEqualTo("2026-11-23T20:14:00+01:00");
        assertThat(received(first)).isEqualTo("2026-11-24T08:30:00.123Z");
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "AMENDED"})
    void the_first_completion_is_carried_over(QuestionnaireResponseStatus status) {
        QuestionnaireResponse amended = later(AMENDED);
        FirstCompletion.carry(Optional.of(response(status)), amended);
        assertThat(authored(amended)).isEqualTo("2026-11-23T20:14:00+01:00");
        assertThat(received(amended)).isEqualTo("2026-11-24T08:30:00.123Z");
    }

    @ParameterizedTest
    @EnumSource(names = {"INPROGRESS", "STOPPED"})
    void what_was_not_completed_before_is_completed_now(QuestionnaireResponseStatus status) {
        QuestionnaireResponse completed = later(COMPLETED);
        FirstCompletion.carry(Optional.of(response(status)), completed);
        assertThat(completed.getExtensionByUrl(FirstCompletion.URL)).isNull();
        assertThat(authored(completed)).isEqualTo("2026-11-26T09:00:00+01:00");
    }

    @Test
    void amended_twice_it_keeps_the_first() {
        QuestionnaireResponse amended = later(AMENDED);
        FirstCompletion.carry(Optional.of(response()), amended);
        QuestionnaireResponse again = response(AMENDED).setAuthoredElement(new DateTimeType("2026-11-28T09:00:00Z"));
        FirstCompletion.carry(Optional.of(amended), again);

        assertThat(authored(again)).isEqualTo("2026-11-23T20:14:00+01:00");
        assertThat(again.getExtensionsByUrl(FirstCompletion.URL)).hasSize(1);
    }

    @Test
    void a_clients_own_word_about_it_is_dropped() {
        QuestionnaireResponse claiming = response();
        claiming.addExtension(stamp("2020-01-01T00:00:00Z"));
        FirstCompletion.carry(Optional.empty(), claiming);
        assertThat(claiming.getExtensionByUrl(FirstCompletion.URL)).isNull();

        QuestionnaireResponse amending = later(AMENDED);
        amending.addExtension(stamp("2020-01-01T00:00:00Z"));
        FirstCompletion.carry(Optional.of(response()), amending);
        assertThat(amending.getExtensionsByUrl(FirstCompletion.URL)).hasSize(1);
        assertThat(authored(amending)).isEqualTo("2026-11-23T20:14:00+01:00");
    }

    @Test
    void a_clients_word_on_a_draft_does_not_outlive_it() {
        QuestionnaireResponse draft = response(INPROGRESS);
        draft.addExtension(stamp("2020-01-01T00:00:00Z"));
        FirstCompletion.carry(Optional.empty(), draft);
        QuestionnaireResponse completed = later(COMPLETED);
        FirstCompletion.carry(Optional.of(draft), completed);
        assertThat(authored(completed)).isEqualTo("2026-11-26T09:00:00+01:00");
    }

    @Test
    void a_first_completion_without_a_time_of_hand_in_has_none_later() {
        QuestionnaireResponse amended = later(AMENDED);
        FirstCompletion.carry(Optional.of(response().setAuthoredElement(null)), amended);
        assertThat(FirstCompletion.authored(amended)).isEmpty();
        assertThat(received(amended)).isEqualTo("2026-11-24T08:30:00.123Z");
    }

    @Test
    void stopped_after_it_was_completed_it_keeps_the_first_too() {
        QuestionnaireResponse stopped = later(STOPPED);
        FirstCompletion.carry(Optional.of(response()), stopped);
        assertThat(authored(stopped)).isEqualTo("2026-11-23T20:14:00+01:00");
    }

    private static QuestionnaireResponse later(QuestionnaireResponseStatus status) {
        QuestionnaireResponse later =
                response(status).setAuthoredElement(new DateTimeType("2026-11-26T09:00:00+01:00"));
        later.getMeta().setLastUpdatedElement(new InstantType("2026-11-26T08:00:01.000Z"));
        return later;
    }

    private static Extension stamp(String authored) {
        Extension stamp = new Extension(FirstCompletion.URL);
        stamp.addExtension("authored", new DateTimeType(authored));
        stamp.addExtension("received", new InstantType(authored));
        return stamp;
    }

    private static String authored(QuestionnaireResponse response) {
        return FirstCompletion.authored(response).orElseThrow().getValueAsString();
    }

    private static String received(QuestionnaireResponse response) {
        return FirstCompletion.received(response).getValueAsString();
    }
}
