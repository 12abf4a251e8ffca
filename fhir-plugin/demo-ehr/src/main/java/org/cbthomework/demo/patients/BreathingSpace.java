package org.cbthomework.demo.patients;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/** The short practice, on its own or when an urge comes. */
final class BreathingSpace implements Worksheet {

    private static final List<Coding> OBSTACLES = List.of(
            Item.coded("obstacle", "no-time", "No time or no quiet place"),
            Item.coded("obstacle", "mind-wandered", "My mind wandered a lot"),
            Item.coded("obstacle", "nothing", "Nothing got in the way"));

    @Override
    public String id() {
        return "breathing-space";
    }

    @Override
    public String rationale() {
        return "To step out of a hard moment for a few breaths";
    }

    @Override
    public String instruction() {
        return "Four minutes, sitting or standing";
    }

    @Override
    public List<QuestionnaireResponseItemComponent> answers(OffsetDateTime authored, double progress, Chance chance) {
        int before = chance.near(7 - 2 * progress, 2, 1, 10);
        int minutes = chance.between(3, 6);
        List<QuestionnaireResponseItemComponent> items = new ArrayList<>();
        items.add(Item.of("when", new DateTimeType(Written.moment(authored.minusMinutes(minutes + 1L)))));
        items.add(Item.of("tension-before", before));
        items.add(Item.of("minutes", minutes));
        items.add(Item.of("tension-after", chance.near(before - 1.5 - progress, 1, 0, 10)));
        if (chance.happens(0.4)) {
            items.add(Item.of("obstacle", chance.oneOf(OBSTACLES).copy()));
        }
        return items;
    }
}
