package org.cbthomework.plugin.ledger;

import java.util.Optional;

/**
 * An assignment as recorded.
 *
 * @param subject the patient, as a relative reference
 * @param carePlan the care plan it belongs to, if it names one
 * @param worksheet the canonical of its Questionnaire, {@code url|version}
 * @param kind the kind of homework, by the name of the domain's constant
 * @param zone the patient's zone, an IANA name
 * @param definition its terms, in the format of whoever reads them back
 */
public record AssignmentRow(
        AssignmentKey key,
        String subject,
        Optional<String> carePlan,
        String worksheet,
        String kind,
        String zone,
        String definition) {}
