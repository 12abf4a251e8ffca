package org.cbthomework.demo.patients;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/** The thought record of five columns. */
final class ThoughtRecord implements Worksheet {

    /** A made-up moment: what happened, what was thought, and another way to see it. */
    private record Moment(String situation, String thought, String balanced) {}

    private static final List<Moment> MOMENTS = List.of(
            new Moment("Demo: a colleague did not say hello", "They are cross with me", "They may not have seen me"),
            new Moment("Demo: I burnt the soup", "I never get anything right", "It was one soup, and toast is fine"),
            new Moment("Demo: no answer to my message", "I said something wrong", "They answer late to everyone"),
            new Moment("Demo: I lost a game", "I am bad at this", "I have won before"));
    private static final List<Coding> EMOTIONS = List.of(
            Item.coded("emotion", "anxiety", "Anxious or worried"),
            Item.coded("emotion", "sadness", "Sad"),
            Item.coded("emotion", "anger", "Angry"),
            Item.coded("emotion", "shame", "Ashamed"));

    @Override
    public String id() {
        return "thought-record-5";
    }

    @Override
    public String rationale() {
        return "To catch a thought, and to look at it again";
    }

    @Override
    public String instruction() {
        return "Soon after your mood has changed, on one moment";
    }

    @Override
    public List<QuestionnaireResponseItemComponent> answers(OffsetDateTime authored, double progress, Chance chance) {
        Moment moment = chance.oneOf(MOMENTS);
        int before = 5 * chance.between(12, 19);
        int strength = 5 * chance.between(10, 18);
        boolean found = chance.happens(0.4 + 0.5 * progress);
        int after = before - 5 * chance.between(1, found ? 9 : 3);
        List<QuestionnaireResponseItemComponent> items = new ArrayList<>();
        items.add(Item.of("when", new DateTimeType(Written.moment(authored.minusMinutes(chance.between(10, 90))))));
        items.add(Item.group("situation", Item.of("situation.text", moment.situation())));
        items.add(Item.group(
                "emotions", Item.of("emotion", chance.oneOf(EMOTIONS).copy()), Item.of("emotion-strength", strength)));
        items.add(Item.group("thought", Item.of("thought.text", "Demo: " + moment.thought())));
        items.add(Item.of("belief-before", before));
        if (found) {
            items.add(Item.of("balanced-found", Item.coded("answer", "found", "Yes")));
            items.add(Item.group("balanced", Item.of("balanced.text", "Demo: " + moment.balanced())));
            items.add(Item.of("belief-balanced", 5 * chance.between(6, 16)));
        } else {
            items.add(Item.of("balanced-found", Item.coded("answer", "not-yet", "Not yet")));
        }
        items.add(Item.of("belief-after", after));
        items.add(Item.of("emotion-strength-after", strength - 5 * chance.between(0, 6)));
        items.add(Item.of("belief-change", after - before));
        return items;
    }
}
