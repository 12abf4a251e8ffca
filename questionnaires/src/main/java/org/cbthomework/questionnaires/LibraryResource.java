package org.cbthomework.questionnaires;

/**
 * One resource of the library.
 *
 * @param type FHIR resource type, such as {@code Questionnaire}
 * @param id id of the resource, unique within its type
 * @param json the resource itself, pretty-printed
 */
public record LibraryResource(String type, String id, String json) {

    public LibraryResource {
        if (type.isBlank() || id.isBlank() || json.isBlank()) {
            throw new IllegalArgumentException(
                    "A library resource needs a type, an id and its JSON, but got type '%s', id '%s' and %d characters"
                            .formatted(type, id, json.length()));
        }
    }

    /** The resource relative to a FHIR base, such as {@code Questionnaire/phq-9}. */
    public String reference() {
        return type + "/" + id;
    }
}
