package org.cbthomework.plugin.worksheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cbthomework.plugin.refusal.Problem;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/** One pass over a response, collecting what its worksheet does not allow. */
final class Checking {

    /** What a linkId may look like to be repeated in a message; anything else could be an answer gone astray. */
    private static final Pattern REPEATABLE = Pattern.compile("[A-Za-z0-9./_-]{1,64}");

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Checks the items of one level against the questions of that level. */
    void level(Map<String, Question> questions, Answers answers, String path) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        List<QuestionnaireResponseItemComponent> items = answers.items();
        for (int i = 0; i < items.size(); i++) {
            String linkId = String.valueOf(items.get(i).getLinkId());
            places.computeIfAbsent(linkId, each -> new ArrayList<>()).add(i);
        }
        places.forEach((linkId, at) -> {
            Question question = questions.get(linkId);
            if (question == null) {
                at.forEach(
                        place -> add(path(path, place), named(linkId) + " is not a question of this worksheet here"));
            } else {
                items(question, at, answers, path);
            }
        });
    }

    private void items(Question question, List<Integer> places, Answers answers, String path) {
        String first = path(path, places.get(0));
        if (places.size() > (question.isGroup() ? question.most() : 1)) {
            add(
                    first,
                    question.isGroup() && question.most() > 1
                            ? named(question) + " stands there " + places.size() + " times; at most " + question.most()
                            : named(question) + " stands there " + places.size() + " times; give it once");
        }
        boolean enabled = Showing.of(question, answers) != Showing.HIDDEN;
        for (int place : places) {
            QuestionnaireResponseItemComponent item = answers.items().get(place);
            if (!enabled && Answers.anyIn(item)) {
                add(path(path, place), named(question) + " is answered, but its condition does not hold; leave it out");
            }
            item(question, item, answers, path(path, place));
        }
    }

    private void item(Question question, QuestionnaireResponseItemComponent item, Answers answers, String path) {
        if (question.isGroup() || question.isDisplay()) {
            if (item.hasAnswer()) {
                add(path, named(question) + " takes no answer; give its answers in its items");
            }
            level(question.children(), answers.within(question, item), path);
            return;
        }
        if (item.hasItem()) {
            add(path, named(question) + " has items beside its answer; put them below the answer");
        }
        List<QuestionnaireResponseItemAnswerComponent> given = Sent.answers(item);
        if (given.size() > question.most()) {
            add(path, named(question) + " has " + given.size() + " answers; at most " + question.most());
        }
        if (given.size() > 1
                && given.stream().anyMatch(each -> question.options().standsAlone(each.getValue()))) {
            add(path, named(question) + " has an option that stands alone beside others; choose it, or the others");
        }
        for (int i = 0; i < given.size(); i++) {
            QuestionnaireResponseItemAnswerComponent answer = given.get(i);
            String place = path + ".answer[" + i + "]";
            if (answer.hasValue()) {
                AnswerRule.breach(question, answer.getValue())
                        .ifPresent(breach -> add(place, named(question) + " " + breach));
            }
            level(question.children(), answers.within(question, answer.getItem()), place);
        }
    }

    private void add(String expression, String message) {
        problems.add(new Problem(expression, message));
    }

    private static String path(String path, int place) {
        return path + ".item[" + place + "]";
    }

    private static String named(Question question) {
        return named(question.linkId());
    }

    private static String named(String linkId) {
        return REPEATABLE.matcher(linkId).matches() ? "The item '" + linkId + "'" : "An item";
    }
}
