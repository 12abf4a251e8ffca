package org.cbthomework.demo.patients;

import java.time.OffsetDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/**
 * A standard measure, whose total falls over the weeks.
 *
 * @param group the linkId of the group of its items
 * @param items how many items it has
 * @param varying how many of them, from the first on, are ever more than 0: never the one about self-harm
 * @param first the total at the start
 * @param last the total after twelve weeks
 */
record Measure(String id, String group, int items, int varying, int first, int last) implements Worksheet {

    private static final int MOST = 3;
    private static final List<Coding> ANSWERS = List.of(
            new Coding("http://loinc.org", "LA6568-5", "Not at all"),
            new Coding("http://loinc.org", "LA6569-3", "Several days"),
            new Coding("http://loinc.org", "LA6570-1", "More than half the days"),
            new Coding("http://loinc.org", "LA6571-9", "Nearly every day"));

    static Measure phq9() {
        return new Measure("phq-9", "phq9", 9, 8, 18, 6);
    }

    static Measure gad7() {
        return new Measure("gad-7", "gad7", 7, 7, 15, 5);
    }

    @Override
    public String rationale() {
        return "To see how the weeks compare";
    }

    @Override
    public String instruction() {
        return "Every second week, before noon";
    }

    @Override
    public List<QuestionnaireResponseItemComponent> answers(OffsetDateTime authored, double progress, Chance chance) {
        int total = chance.near(first + (last - first) * progress, 1, 0, MOST * varying);
        int[] scores = spread(total, chance);
        QuestionnaireResponseItemComponent answers = Item.group(group);
        for (int item = 0; item < items; item++) {
            answers.addItem(
                    Item.of("item-" + (item + 1), ANSWERS.get(scores[item]).copy()));
        }
        return List.of(answers, Item.of("total", total));
    }

    private int[] spread(int total, Chance chance) {
        int[] scores = new int[items];
        int left = total;
        while (left > 0) {
            int item = chance.between(0, varying - 1);
            if (scores[item] < MOST) {
                scores[item]++;
                left--;
            }
        }
        return scores;
    }
}
