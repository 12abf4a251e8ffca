package org.cbthomework.questionnaires;

import java.util.Optional;
import java.util.stream.Stream;

/** What the library holds, in the order of dependency: each kind refers only to those above it, or to its own. */
enum ResourceKind {
    /** First, because a server indexes only what it stores after it knows them. */
    SEARCH_PARAMETER("SearchParameter"),
    CODE_SYSTEM("CodeSystem"),
    STRUCTURE_DEFINITION("StructureDefinition"),
    OPERATION_DEFINITION("OperationDefinition"),
    QUESTIONNAIRE("Questionnaire"),
    ACTIVITY_DEFINITION("ActivityDefinition");

    private final String type;

    ResourceKind(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    static Optional<ResourceKind> ofType(String type) {
        return Stream.of(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}
