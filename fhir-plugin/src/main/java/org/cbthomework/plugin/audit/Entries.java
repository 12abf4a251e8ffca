package org.cbthomework.plugin.audit;

import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;

/** What became of the entries of a batch or a transaction. */
final class Entries {

    private static final Pattern REFUSED = Pattern.compile("[45]\\d\\d\\b.*");
    private static final int DIGITS = 3;

    private Entries() {}

    /** The statuses of those that were not done; in a transaction that is done, reads alone can be among them. */
    static List<Integer> refused(Bundle answer) {
        if (answer.getType() != BundleType.BATCHRESPONSE && answer.getType() != BundleType.TRANSACTIONRESPONSE) {
            return List.of();
        }
        return answer.getEntry().stream()
                .map(BundleEntryComponent::getResponse)
                .filter(response -> response.hasStatus()
                        && REFUSED.matcher(response.getStatus()).matches())
                .map(response -> Integer.valueOf(response.getStatus().substring(0, DIGITS)))
                .toList();
    }
}
