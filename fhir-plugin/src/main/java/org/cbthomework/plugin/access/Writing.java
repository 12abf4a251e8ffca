package org.cbthomework.plugin.access;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.scope.Permission;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.jspecify.annotations.Nullable;

/**
 * Decides on requests that write, before the storage looks at them: a version that does not match, or a reference to what
 * does not exist, must not be answered differently for what the writer may not see.
 */
final class Writing {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Writes writes;
    private final Searches searches;
    private final Stored stored;
    private final Rules rules;

    Writing(Writes writes, Searches searches, Stored stored, Rules rules) {
        this.writes = writes;
        this.searches = searches;
        this.stored = stored;
        this.rules = rules;
    }

    /**
     * Refuses one write, unless it may be made.
     *
     * @param condition the criteria of a conditional write
     * @param target what is written; without an id where the server will give one
     * @param resource what it is to be; nothing for a patch, which is looked at once it is applied, and for a deletion
     */
    void refuse(
            Access access,
            Permission permission,
            LocalReference target,
            Optional<Map<String, String[]>> condition,
            @Nullable IBaseResource resource) {
        refuseUnless(writes.isPossible(access, permission, target.type()));
        boolean isSystem = access.isSystem(permission, target.type());
        if (condition.isPresent()) {
            boolean mayKnow = isSystem
                    && access.isSystem(Permission.SEARCH, target.type())
                    && searches.staysInItsType(access, condition.get());
            if (!mayKnow && rules.hold(Rule.CONDITIONAL_WRITES_ARE_DENIED)) {
                throw Denial.forbidden("A conditional write", "name the resource by its id");
            }
        } else if (!target.id().isEmpty() && permission != Permission.CREATE) {
            refuseTarget(access, permission, target, isSystem, resource);
        }
        if (resource != null) {
            refuseOwn(resource);
            refuseUnless(writes.mayStore(access, permission, resource));
        }
    }

    private void refuseTarget(
            Access access,
            Permission permission,
            LocalReference target,
            boolean isSystem,
            @Nullable IBaseResource resource) {
        Optional<IBaseResource> before = stored.find(target);
        if (before.isPresent()) {
            if (isSystem) {
                refuseOwn(before.get());
            }
            refuseUnless(writes.mayReplace(access, permission, before.get()));
        } else if (!isSystem) {
            boolean creates = permission == Permission.UPDATE && resource != null;
            boolean isUnguessable = UUID.matcher(target.id()).matches();
            refuseUnless(creates && (isUnguessable || !rules.hold(Rule.CHOSEN_IDS_CANNOT_BE_GUESSED)));
        }
    }

    /** With the remedy, for what says by itself that it is the server's. */
    private void refuseOwn(IBaseResource resource) {
        if (writes.isKept(resource)) {
            throw Denial.forbidden(
                    "To write what the server publishes or brings itself",
                    "write the response or the assignment that it follows from, or a resource with a url of your own");
        }
    }

    /** Refuses a transaction or a batch with an entry that may not be made; its searches are confined. */
    void refuse(Access access, @Nullable Bundle bundle) {
        if (bundle == null) {
            return;
        }
        for (BundleEntryComponent each : bundle.getEntry()) {
            Optional<Entry> entry = Entry.read(each);
            if (entry.isPresent()) {
                refuse(access, entry.get(), each);
            } else {
                // HAPI creates what an entry holds without an address, if need be on a condition.
                refuseUnless(access.caller().isUnbounded());
            }
        }
    }

    private void refuse(Access access, Entry entry, BundleEntryComponent in) {
        HTTPVerb verb = entry.request().getMethod();
        if (verb == HTTPVerb.GET) {
            if (entry.isSearch()) {
                entry.ask(searches.confine(access, entry.type(), entry.criteria()));
            }
            return;
        }
        LocalReference target = entry.target().orElse(new LocalReference(entry.type(), ""));
        Optional<Map<String, String[]>> condition = entry.condition();
        switch (verb) {
            case POST -> refuse(access, Permission.CREATE, target, condition, in.getResource());
            case PUT -> refuse(access, Permission.UPDATE, target, condition, in.getResource());
            case PATCH -> refuse(access, Permission.UPDATE, target, condition, null);
            case DELETE -> refuse(access, Permission.DELETE, target, condition, null);
            default -> throw Denial.forbidden();
        }
    }

    private static void refuseUnless(boolean isAllowed) {
        if (!isAllowed) {
            throw Denial.forbidden();
        }
    }
}
