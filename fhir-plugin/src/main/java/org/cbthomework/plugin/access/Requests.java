package org.cbthomework.plugin.access;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.scope.Permission;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

/** Decides by what is asked for whether it may be done at all. Whatever is not named here is denied. */
final class Requests {

    static final String ADHERENCE = "$homework-adherence";

    private static final String CHECK = "$homework-check-worksheet";

    /** Operations for systems with which everything is agreed; the rest, such as bulk export, stay closed. */
    private static final Set<String> OF_SYSTEMS = Set.of(
            ADHERENCE,
            CHECK,
            "$homework-rebuild",
            "$everything",
            "$meta-add",
            "$meta-delete",
            "$expand",
            "$lookup",
            "$validate-code",
            "$validate",
            "$meta");

    private final Writing writing;
    private final Searches searches;
    private final Stored stored;
    private final Contents contents;
    private final Rules rules;

    Requests(Writing writing, Searches searches, Stored stored, Contents contents, Rules rules) {
        this.writing = writing;
        this.searches = searches;
        this.stored = stored;
        this.contents = contents;
        this.rules = rules;
    }

    /**
     * Confines a search before its criteria are read.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException if it cannot be allowed
     */
    void confine(Access access, RequestDetails request) {
        if (request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE) {
            refuseBeforeTheFirst(request.getParameters().getOrDefault(Constants.PARAM_OFFSET, new String[0]));
            // A map of our own: HAPI takes parameters out of it to answer what is refused, and hands out one that is
            // fixed.
            request.setParameters(
                    new HashMap<>(searches.confine(access, request.getResourceName(), request.getParameters())));
        }
    }

    /** @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException if it may not be done */
    void refuse(Access access, RequestDetails request) {
        String type = Optional.ofNullable(request.getResourceName()).orElse("");
        RestOperationTypeEnum asked = request.getRestOperationType();
        switch (asked) {
            case METADATA -> {
                // Public.
            }
            case READ -> refuseUnless(mayRead(access, Permission.READ, type));
            case VREAD, HISTORY_INSTANCE -> {
                refuseUnless(mayRead(access, Permission.READ, type));
                refuseUnless(maySeeThePast(access, target(request)));
            }
            case SEARCH_TYPE -> {
                refuseUnless(mayRead(access, Permission.SEARCH, type));
                refuseUnless(isConfined(access, request, type));
            }
            case HISTORY_TYPE, HISTORY_SYSTEM, SEARCH_SYSTEM ->
                refuseUnless(access.caller().isUnbounded() || !rules.hold(Rule.HISTORY_IS_OF_ONE_RESOURCE));
            case GET_PAGE -> refuseUnless(isOwnPage(access, request.getParameters()));
            case CREATE ->
                writing.refuse(access, Permission.CREATE, target(request), criteria(request), request.getResource());
            case UPDATE ->
                writing.refuse(access, Permission.UPDATE, target(request), criteria(request), request.getResource());
            case PATCH -> writing.refuse(access, Permission.UPDATE, target(request), criteria(request), null);
            case DELETE -> writing.refuse(access, Permission.DELETE, target(request), criteria(request), null);
            case TRANSACTION -> writing.refuse(access, (Bundle) request.getResource());
            case EXTENDED_OPERATION_INSTANCE -> refuseUnless(isOpen(access, type, request.getOperation(), true));
            default -> refuseUnless(isOpen(access, type, name(request, asked), false));
        }
    }

    private static boolean mayRead(Access access, Permission permission, String type) {
        Kind kind = Kind.of(type);
        return kind == Kind.DEFINITION
                || access.permitting(permission, type).stream().anyMatch(scope -> access.isOpen(kind, scope));
    }

    /** What is labelled now was not labelled always, and a history without entries still tells that there is one. */
    private boolean maySeeThePast(Access access, LocalReference of) {
        return access.caller().isUnbounded()
                || !rules.hold(Rule.PAST_IS_SEEN_WITH_THE_PRESENT)
                || stored.find(of)
                        .map(now -> contents.shows(access, Permission.READ, now))
                        .orElse(access.isSystem(Permission.READ, of.type()));
    }

    /** A search that came another way than through {@link #confine} is made as well by nobody. */
    private boolean isConfined(Access access, RequestDetails request, String type) {
        Map<String, String[]> confined = searches.confine(access, type, request.getParameters());
        return confined.entrySet().stream().allMatch(each -> {
            String[] there = request.getParameters().get(each.getKey());
            return there != null && there.length == each.getValue().length;
        });
    }

    private boolean isOwnPage(Access access, Map<String, String[]> parameters) {
        String[] names = parameters.getOrDefault(Constants.PARAM_PAGINGACTION, new String[0]);
        return !rules.hold(Rule.PAGES_ARE_WHOSE_SEARCH_IT_WAS)
                || (names.length == 1 && Pages.isOf(names[0], access.caller()));
    }

    private boolean isOpen(Access access, String type, @Nullable String operation, boolean isOnInstance) {
        if (!rules.hold(Rule.OPERATIONS_ARE_DENIED)) {
            return true;
        }
        if (access.caller().isUnbounded()) {
            return operation != null && OF_SYSTEMS.contains(operation);
        }
        if (CHECK.equals(operation)) {
            return "Questionnaire".equals(type)
                    && !access.permitting(Permission.READ, "Questionnaire").isEmpty();
        }
        return isOnInstance
                && ADHERENCE.equals(operation)
                && !access.permitting(Permission.READ, "Observation").isEmpty();
    }

    private static @Nullable String name(RequestDetails request, RestOperationTypeEnum asked) {
        return switch (asked) {
            case META -> "$meta";
            case VALIDATE -> "$validate";
            default -> request.getOperation();
        };
    }

    private static LocalReference target(RequestDetails request) {
        String id = request.getId() == null ? null : request.getId().getIdPart();
        return new LocalReference(
                Optional.ofNullable(request.getResourceName()).orElse(""),
                Optional.ofNullable(id).orElse(""));
    }

    /** The criteria of a conditional write. */
    private static Optional<Map<String, String[]>> criteria(RequestDetails request) {
        String ifNoneExist = request.getHeader(Constants.HEADER_IF_NONE_EXIST);
        if (ifNoneExist != null) {
            return Optional.of(Entry.criteria(ifNoneExist));
        }
        boolean isCreate = request.getRestOperationType() == RestOperationTypeEnum.CREATE;
        boolean namesNone = request.getId() == null || !request.getId().hasIdPart();
        return !isCreate && namesNone ? Optional.of(request.getParameters()) : Optional.empty();
    }

    /** HAPI answers it with a failure of its own. */
    private static void refuseBeforeTheFirst(String[] offsets) {
        for (String offset : offsets) {
            if (offset.startsWith("-")) {
                throw new InvalidRequestException("_offset is less than 0; count from 0, or leave it out");
            }
        }
    }

    private static void refuseUnless(boolean isAllowed) {
        if (!isAllowed) {
            throw Denial.forbidden();
        }
    }
}
