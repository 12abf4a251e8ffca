package org.cbthomework.demo.patients;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Items of a response. */
final class Item {

    private static final String OURS = "https://w3id.org/cbt-homework/fhir/CodeSystem/";

    private Item() {}

    static QuestionnaireResponseItemComponent of(String linkId, Type answer) {
        QuestionnaireResponseItemComponent item = new QuestionnaireResponseItemComponent();
        item.setLinkId(linkId).addAnswer().setValue(answer);
        return item;
    }

    static QuestionnaireResponseItemComponent of(String linkId, int answer) {
        return of(linkId, new IntegerType(answer));
    }

    static QuestionnaireResponseItemComponent of(String linkId, String answer) {
        return of(linkId, new StringType(answer));
    }

    static QuestionnaireResponseItemComponent group(String linkId, QuestionnaireResponseItemComponent... items) {
        QuestionnaireResponseItemComponent group = new QuestionnaireResponseItemComponent();
        group.setLinkId(linkId);
        for (QuestionnaireResponseItemComponent item : items) {
            group.addItem(item);
        }
        return group;
    }

    /** A code of one of the library's own code systems. */
    static Coding coded(String system, String code, String display) {
        return new Coding(OURS + system, code, display);
    }
}
