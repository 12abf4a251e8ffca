package org.cbthomework.plugin.rebuild;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.cbthomework.plugin.rebuild.Part.Comparison;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the ledger with the stored resources one by one, and makes it what they say. It needs no lock: what is written
 * meanwhile is looked at again until resource and ledger were seen to stand still.
 */
final class Rebuilding {

    private static final int LOOKS = 10;

    private final StoredResources stored;
    private final TransactionTemplate transaction;

    Rebuilding(StoredResources stored, TransactionTemplate transaction) {
        this.stored = stored;
        this.transaction = transaction;
    }

    /** Compares a part of the ledger, and repairs it if asked to. */
    Rebuilt rebuild(Part part, boolean repairs) {
        Set<String> names = new LinkedHashSet<>();
        part.types().forEach(type -> names.addAll(stored.names(type)));
        names.addAll(part.held());
        Rebuilt rebuilt = new Rebuilt();
        names.forEach(name -> look(part, name, repairs, rebuilt));
        return rebuilt;
    }

    private void look(Part part, String name, boolean repairs, Rebuilt rebuilt) {
        try {
            Comparison comparison = compareAtRest(part, name);
            rebuilt.count(comparison.count());
            if (!comparison.isSame()) {
                rebuilt.differs(name);
                if (repairs) {
                    repair(part, name, comparison);
                }
            }
        } catch (Refused refused) {
            rebuilt.skip(name, refused);
        }
    }

    /** A hook may have written between two looks: a difference counts only if nothing moved. */
    private Comparison compareAtRest(Part part, String name) {
        Optional<IBaseResource> resource = stored.find(name);
        for (int look = 1; ; look++) {
            Comparison comparison = part.compare(name, resource);
            if (comparison.isSame() || look == LOOKS) {
                return comparison;
            }
            Optional<IBaseResource> after = stored.find(name);
            if (version(resource).equals(version(after))) {
                return comparison;
            }
            resource = after;
        }
    }

    private void repair(Part part, String name, Comparison comparison) {
        Comparison next = comparison;
        for (int look = 1; !next.isSame() && look <= LOOKS; look++) {
            Runnable repair = next.repair();
            transaction.executeWithoutResult(status -> repair.run());
            next = compareAtRest(part, name);
        }
    }

    private static Optional<String> version(Optional<IBaseResource> resource) {
        return resource.map(each -> each.getIdElement().getVersionIdPart());
    }
}
