package org.cbthomework.launch.review;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/** The items of a response, and what is kept with them. */
final class Answers {

    private Answers() {}

    /** Those of a question or group, among items. */
    static List<QuestionnaireResponseItemComponent> of(String linkId, List<QuestionnaireResponseItemComponent> items) {
        return items.stream().filter(item -> linkId.equals(item.getLinkId())).toList();
    }

    /** What is below an item: in a group, or under the answers to a question. */
    static List<QuestionnaireResponseItemComponent> below(QuestionnaireResponseItemComponent item) {
        List<QuestionnaireResponseItemComponent> below = new ArrayList<>(item.getItem());
        item.getAnswer().forEach(answer -> below.addAll(answer.getItem()));
        return below;
    }

    /** All answers to a question at any depth, in order. */
    static List<QuestionnaireResponseItemAnswerComponent> deep(
            String linkId, List<QuestionnaireResponseItemComponent> items) {
        List<QuestionnaireResponseItemAnswerComponent> found = new ArrayList<>();
        items.forEach(item -> {
            if (linkId.equals(item.getLinkId())) {
                found.addAll(item.getAnswer());
            }
            found.addAll(deep(linkId, below(item)));
        });
        return found;
    }

    /** The attachments of a response in order, by which they are numbered from 0. */
    static List<Attachment> attachments(QuestionnaireResponse response) {
        List<Attachment> found = new ArrayList<>();
        response.getItem().forEach(item -> collect(item, found));
        return found;
    }

    private static void collect(QuestionnaireResponseItemComponent item, List<Attachment> found) {
        item.getAnswer().forEach(answer -> {
            if (answer.getValue() instanceof Attachment attachment) {
                found.add(attachment);
            }
        });
        below(item).forEach(each -> collect(each, found));
    }
}
