package org.cbthomework.demo.patients;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/** The evening diary. */
final class AnxietyReflection implements Worksheet {

    private static final int PEAK_THAT_ASKS_FOR_COPING = 5;
    private static final List<String> TRIGGERS = List.of(
            "Demo: the bus was late",
            "Demo: a phone call I had put off",
            "Demo: many people in the shop",
            "Demo: a letter I had not opened",
            "Demo: the meeting on Thursday");
    private static final List<String> COPING = List.of(
            "Demo: went for a short walk",
            "Demo: slow breaths, then tea",
            "Demo: rang a friend",
            "Demo: stayed, and it passed",
            "Demo: wrote it down");

    @Override
    public String id() {
        return "daily-anxiety-reflection";
    }

    @Override
    public String rationale() {
        return "To see what sets the anxiety off, and how it passes";
    }

    @Override
    public String instruction() {
        return "In the evening, a short look back at the day";
    }

    @Override
    public List<QuestionnaireResponseItemComponent> answers(OffsetDateTime authored, double progress, Chance chance) {
        int average = chance.near(5.5 - 3 * progress, 1, 0, 10);
        int peak = chance.near(average + 2, 1, average, 10);
        List<QuestionnaireResponseItemComponent> items = new ArrayList<>();
        items.add(Item.of("anxiety-average", average));
        items.add(Item.of("anxiety-peak", peak));
        items.add(Item.of("worry-minutes", 5 * chance.between(0, 3 * peak)));
        if (chance.happens(0.5)) {
            items.add(Item.of("trigger", chance.oneOf(TRIGGERS)));
        }
        if (peak >= PEAK_THAT_ASKS_FOR_COPING) {
            items.add(Item.group("coping", Item.of("coping.text", chance.oneOf(COPING))));
        }
        return items;
    }
}
