package org.cbthomework.plugin.worksheet;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cbthomework.plugin.worksheet.Places.Place;
import org.cbthomework.plugin.worksheet.Shelf.Filed;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Responses changed at random, or one by one; each name tells how to make the same again. */
final class Mutants {

    private static final Filed ALL_KINDS = new Filed("all-kinds", all());

    private Mutants() {}

    /** Changed in one way, as often as there are seeds, and in two ways at once. */
    static Stream<Filed> atRandom(int seeds) {
        return Stream.of(Mutation.values()).flatMap(mutation -> atRandom(mutation, seeds));
    }

    private static Stream<Filed> atRandom(Mutation mutation, int seeds) {
        Stream<Filed> once = LongStream.range(0, seeds).mapToObj(seed -> changed(mutation, ALL_KINDS, seed));
        Stream<Filed> twice = LongStream.range(0, seeds / 3)
                .mapToObj(seed -> changed(mutation, changed(anyMutation(seed), ALL_KINDS, seed), seed));
        Stream<Filed> examples = Shelf.responses("examples").stream().map(each -> changed(mutation, each, 1));
        Stream<Filed> forms = Shelf.formResponses().stream().map(each -> changed(mutation, each, 2));
        return Stream.of(once, twice, examples, forms).flatMap(each -> each);
    }

    /** Each item left out, and each open question of the top answered beside that. */
    static Stream<Filed> oneByOne() {
        return IntStream.range(0, places(all()).size()).boxed().flatMap(place -> {
            Filed without = without(place);
            return Stream.concat(
                    Stream.of(without), open().stream().map(question -> answering(without, question, place)));
        });
    }

    private static Filed without(int place) {
        QuestionnaireResponse response = all();
        Place dropped = places(response).get(place);
        dropped.among().remove(dropped.item());
        return new Filed("all-kinds without item " + place, response);
    }

    private static Filed answering(Filed filed, QuestionnaireItemComponent question, long seed) {
        QuestionnaireResponse response = filed.response().copy();
        response.addItem()
                .setLinkId(question.getLinkId())
                .addAnswer()
                .setValue(new RandomAnswers(new Random(seed)).fitting(question));
        return new Filed(filed.name() + " with " + question.getLinkId(), response);
    }

    private static List<QuestionnaireItemComponent> open() {
        return Shelf.ALL_KINDS.getItem().stream()
                .filter(question -> question.getLinkId().startsWith("if-"))
                .filter(question -> all().getItem().stream()
                        .noneMatch(item -> question.getLinkId().equals(item.getLinkId())))
                .toList();
    }

    private static Filed changed(Mutation mutation, Filed filed, long seed) {
        return new Filed(mutation + " with seed " + seed + " of " + filed.name(), mutation.of(filed.response(), seed));
    }

    private static Mutation anyMutation(long seed) {
        List<Mutation> mutations = List.of(Mutation.values());
        return mutations.get(new Random(seed).nextInt(mutations.size()));
    }

    private static List<Place> places(QuestionnaireResponse response) {
        return new Places(response, new Random(0)).all();
    }

    private static QuestionnaireResponse all() {
        return (QuestionnaireResponse) Shelf.beside("all-kinds-complete");
    }
}
