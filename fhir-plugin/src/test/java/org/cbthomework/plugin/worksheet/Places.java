package org.cbthomework.plugin.worksheet;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/** Places in a response where something can go wrong, picked at random. */
record Places(QuestionnaireResponse response, Random random) {

    /** An item and the list it stands in. */
    record Place(List<QuestionnaireResponseItemComponent> among, QuestionnaireResponseItemComponent item) {}

    List<Place> all() {
        return below(response.getItem()).toList();
    }

    Optional<Place> place() {
        return pick(all());
    }

    Optional<QuestionnaireResponseItemComponent> item() {
        return place().map(Place::item);
    }

    Optional<QuestionnaireResponseItemAnswerComponent> answer() {
        return answer(each -> true);
    }

    /** An answer whose value is as wanted. */
    Optional<QuestionnaireResponseItemAnswerComponent> answer(Predicate<Type> wanted) {
        return pick(all().stream()
                .flatMap(each -> each.item().getAnswer().stream())
                .filter(each -> each.hasValue() && wanted.test(each.getValue()))
                .toList());
    }

    /** An item of the worksheet itself, at whatever level. */
    Optional<QuestionnaireItemComponent> question() {
        return pick(flat(Shelf.questionnaire(response).getItem()).toList());
    }

    <T> Optional<T> pick(List<T> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }

    private static Stream<QuestionnaireItemComponent> flat(List<QuestionnaireItemComponent> items) {
        return items.stream().flatMap(each -> Stream.concat(Stream.of(each), flat(each.getItem())));
    }

    private static Stream<Place> below(List<QuestionnaireResponseItemComponent> items) {
        return List.copyOf(items).stream()
                .flatMap(each -> Stream.of(
                                Stream.of(new Place(items, each)),
                                below(each.getItem()),
                                each.getAnswer().stream().flatMap(answer -> below(answer.getItem())))
                        .flatMap(part -> part));
    }
}
