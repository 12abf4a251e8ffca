package org.cbthomework.questionnaires.lint;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** A rule for resources of one type, or of all types. */
interface Lint<R extends Resource> {

    /** What breaks the rule and where; empty if nothing does. */
    List<String> complaints(R resource);

    /** For the report of the tests. */
    default String name() {
        return getClass().getSimpleName();
    }
}
