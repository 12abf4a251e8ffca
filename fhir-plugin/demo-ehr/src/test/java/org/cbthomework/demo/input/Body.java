package org.cbthomework.demo.input;

import java.util.function.Function;

/**
 * A response with something in it that it should not have.
 *
 * @param text written for a resource of a given id
 */
record Body(String name, String type, Function<String, String> text) {

    /** Stands in every answer of every body here, and must stand in no reply. */
    static final String CANARY = "canary-that-nobody-repeats";

    static final String JSON = "application/fhir+json";
    static final String XML = "application/fhir+xml";

    /** With more properties of an item. */
    static Body json(String name, String inItem) {
        return jsonText(name, id -> """
                {"resourceType": "QuestionnaireResponse", "id": "%s", "status": "completed",
                 "identifier": {"system": "urn:input", "value": "%s"},
                 "item": [{"linkId": "a", "answer": [{"valueString": "%s"}]}, {"linkId": "b"%s}]}""".formatted(id, id, CANARY, inItem));
    }

    static Body jsonText(String name, Function<String, String> text) {
        return new Body(name + " in JSON", JSON, text);
    }

    /** With more elements of an item. */
    static Body xml(String name, String inItem) {
        return xmlText(name, id -> """
                <QuestionnaireResponse xmlns="http://hl7.org/fhir"><id value="%s"/>
                 <identifier><system value="urn:input"/><value value="%s"/></identifier><status value="completed"/>
                 <item><linkId value="a"/><answer><valueString value="%s"/></answer></item>
                 <item><linkId value="b"/>%s</item></QuestionnaireResponse>""".formatted(id, id, CANARY, inItem));
    }

    static Body xmlText(String name, Function<String, String> text) {
        return new Body(name + " in XML", XML, text);
    }

    /** The same resource, stored by a transaction. */
    String inTransaction(String id) {
        String resource = text.apply(id);
        return type.equals(JSON) ? """
                {"resourceType": "Bundle", "type": "transaction", "entry": [{"resource": %s,
                 "request": {"method": "PUT", "url": "QuestionnaireResponse/%s"}}]}""".formatted(resource, id) : """
                <Bundle xmlns="http://hl7.org/fhir"><type value="transaction"/><entry><resource>%s</resource>
                 <request><method value="PUT"/><url value="QuestionnaireResponse/%s"/></request></entry></Bundle>""".formatted(resource, id);
    }
}
