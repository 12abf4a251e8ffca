package org.cbthomework.plugin.access;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
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

    /** Operations for systems with which everything is agreed; the rest, such as bulk export, stay closed. */
    private static final Set<String> OF_SYSTEMS = Set.of(
            ADHERENCE,
            "$homework-rebuild",
            "$everything",
            "$expand",
            "$lookup",
            "$validate-code",
            "$validate",
            "$meta");

    private final Writing writing;
    private final Searches searches;
    private final Rules rules;

    Requests(Writing writing, Searches searches, Rules rules) {
        this.writing = writing;
        this.searches = searches;
        this.rules = rules;
    }

    /**
     * Confines a search before its criteria are read.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException if it cannot be allowed
     */
    void confine(Access access, RequestDetails request) {
        if (request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE) {
            request.setParameters(searches.confine(access, request.getResourceName(), request.getParameters()));
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
            case READ, VREAD, HISTORY_INSTANCE -> refuseUnless(mayRead(access, Permission.READ, type));
            case SEARCH_TYPE -> {
                refuseUnless(mayRead(access, Permission.SEARCH, type));
                refuseUnless(isConfined(access, request, type));
            }
            case HISTORY_TYPE, HISTORY_SYSTEM, SEARCH_SYSTEM ->
                refuseUnless(access.caller().isUnbounded() || !rules.hold(Rule.HISTORY_IS_OF_ONE_RESOURCE));
            case GET_PAGE -> refuseUnless(isOwnPage(access, request.getParameters()));
            case CREATE ->
                writing.refuse(
                        access, Permission.CREATE, target(request), isConditional(request), request.getResource());
            case UPDATE ->
                writing.refuse(
                        access, Permission.UPDATE, target(request), isConditional(request), request.getResource());
            case PATCH -> writing.refuse(access, Permission.UPDATE, target(request), isConditional(request), null);
            case DELETE -> writing.refuse(access, Permission.DELETE, target(request), isConditional(request), null);
            case TRANSACTION -> writing.refuse(access, (Bundle) request.getResource());
            case EXTENDED_OPERATION_INSTANCE -> refuseUnless(isOpen(access, request.getOperation(), true));
            default -> refuseUnless(isOpen(access, name(request, asked), false));
        }
    }

    private boolean mayRead(Access access, Permission permission, String type) {
        return Kind.of(type) == Kind.DEFINITION
                || !access.permitting(permission, type).isEmpty();
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

    private boolean isOpen(Access access, @Nullable String operation, boolean isOnInstance) {
        if (!rules.hold(Rule.OPERATIONS_ARE_DENIED)) {
            return true;
        }
        if (access.caller().isUnbounded()) {
            return operation != null && OF_SYSTEMS.contains(operation);
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

    private static boolean isConditional(RequestDetails request) {
        boolean isCreate = request.getRestOperationType() == RestOperationTypeEnum.CREATE;
        boolean namesNone = request.getId() == null || !request.getId().hasIdPart();
        return request.getHeader(Constants.HEADER_IF_NONE_EXIST) != null || (!isCreate && namesNone);
    }

    private static void refuseUnless(boolean isAllowed) {
        if (!isAllowed) {
            throw Denial.forbidden();
        }
    }
}
