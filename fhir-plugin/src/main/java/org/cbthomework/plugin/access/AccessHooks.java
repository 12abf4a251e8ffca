package org.cbthomework.plugin.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.IPreResourceAccessDetails;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.rest.server.util.ICachedSearchDetails;
import java.util.Optional;
import java.util.Set;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.scope.Permission;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * Access rules as hooks of a RestfulServer: who asks is known before a request is read, what is asked for is decided before
 * it is done, and every resource is looked at before it is stored or shown. What the server does by itself is let be, so
 * these hooks belong on the RestfulServer and not on the storage.
 */
@Interceptor
final class AccessHooks {

    /** Before everything that reads what a client has sent. */
    private static final int FIRST = -100;

    private static final Set<RestOperationTypeEnum> SEARCHES = Set.of(
            RestOperationTypeEnum.SEARCH_TYPE,
            RestOperationTypeEnum.SEARCH_SYSTEM,
            RestOperationTypeEnum.GET_PAGE,
            RestOperationTypeEnum.HISTORY_TYPE,
            RestOperationTypeEnum.HISTORY_SYSTEM);

    private final Authentication authentication;
    private final Requests requests;
    private final Contents contents;
    private final Writes writes;
    private final Rules rules;

    AccessHooks(Authentication authentication, Requests requests, Contents contents, Writes writes, Rules rules) {
        this.authentication = authentication;
        this.requests = requests;
        this.contents = contents;
        this.writes = writes;
        this.rules = rules;
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED, order = FIRST)
    public void authenticate(ServletRequestDetails request) {
        authentication.authenticate(request);
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void confine(RequestDetails request) {
        Access.of(request).ifPresent(access -> requests.confine(access, request));
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void decide(RequestDetails request) {
        Optional<Access> access = Access.of(request);
        if (access.isPresent()) {
            requests.refuse(access.get(), request);
        } else if (!Authentication.isPublic(request)) {
            throw Denial.withoutToken();
        }
    }

    @Hook(Pointcut.STORAGE_PREACCESS_RESOURCES)
    public void access(@Nullable RequestDetails request, IPreResourceAccessDetails resources) {
        Access.of(request).filter(each -> !each.caller().isUnbounded()).ifPresent(access -> {
            for (int index = 0; index < resources.size(); index++) {
                if (!shows(access, request, resources.getResource(index))) {
                    resources.setDontReturnResourceAtIndex(index);
                }
            }
        });
    }

    /** Once more what is shown: a page holds what an earlier request has found. */
    @Hook(Pointcut.STORAGE_PRESHOW_RESOURCES)
    public void show(@Nullable RequestDetails request, IPreResourceShowDetails resources) {
        Access.of(request).filter(each -> !each.caller().isUnbounded()).ifPresent(access -> {
            for (int index = 0; index < resources.size(); index++) {
                IBaseResource resource = resources.getResource(index);
                if (resource != null && !shows(access, request, resource)) {
                    resources.setResource(index, null);
                }
            }
        });
    }

    private boolean shows(Access access, @Nullable RequestDetails request, IBaseResource resource) {
        RestOperationTypeEnum asked = request == null ? null : request.getRestOperationType();
        if (request != null && Requests.ADHERENCE.equals(request.getOperation())) {
            return contents.showsComputed(access, resource);
        }
        return contents.shows(access, SEARCHES.contains(asked) ? Permission.SEARCH : Permission.READ, resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void creating(@Nullable RequestDetails request, IBaseResource resource) {
        Access.of(request)
                .filter(access -> !writes.mayStore(access, Permission.CREATE, resource)
                        && !writes.mayStore(access, Permission.UPDATE, resource))
                .ifPresent(denied -> {
                    throw Denial.forbidden();
                });
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updating(@Nullable RequestDetails request, @Nullable IBaseResource before, IBaseResource resource) {
        Access.of(request)
                .filter(access -> !writes.mayStore(access, Permission.UPDATE, resource)
                        || (before != null && !writes.mayReplace(access, Permission.UPDATE, before)))
                .ifPresent(denied -> {
                    throw Denial.forbidden();
                });
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void deleting(@Nullable RequestDetails request, IBaseResource resource) {
        Access.of(request)
                .filter(access -> !writes.mayReplace(access, Permission.DELETE, resource))
                .ifPresent(denied -> {
                    throw Denial.forbidden();
                });
    }

    @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
    public void name(@Nullable RequestDetails request, ICachedSearchDetails search) {
        Access.of(request).ifPresent(access -> {
            search.setUuid(Pages.name(access.caller()));
            search.setCannotBeReused();
        });
    }

    /** What somebody else has found a minute ago is not found again for another. */
    @Hook(Pointcut.STORAGE_PRECHECK_FOR_CACHED_SEARCH)
    public boolean mayReuse(@Nullable RequestDetails request, SearchParameterMap criteria) {
        return Access.of(request).isEmpty();
    }

    /** What an operation has computed is held against scopes with criteria, and against labels. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void answering(RequestDetails request, @Nullable IBaseResource answer) {
        Optional<Access> limited =
                Access.of(request).filter(each -> !each.caller().isUnbounded());
        if (limited.isEmpty() || !(answer instanceof Bundle bundle)) {
            return;
        }
        if (request.getRestOperationType() == RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE) {
            bundle.getEntry().removeIf(entry -> !contents.mayBeGiven(limited.get(), entry.getResource()));
        } else if (request.getRestOperationType() == RestOperationTypeEnum.TRANSACTION
                && rules.hold(Rule.ABSENT_LOOKS_LIKE_DENIED)) {
            Absence.answerAsDenied(bundle);
        }
    }

    @Hook(value = Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION, order = FIRST)
    public @Nullable BaseServerResponseException failing(@Nullable RequestDetails request, Throwable failure) {
        boolean isAbsent = failure instanceof ResourceNotFoundException || failure instanceof ResourceGoneException;
        if (!isAbsent || request == null || !rules.hold(Rule.ABSENT_LOOKS_LIKE_DENIED)) {
            return null;
        }
        String type = Optional.ofNullable(request.getResourceName()).orElse("");
        return Access.of(request)
                .filter(access -> !access.isSystem(Permission.READ, type))
                .filter(access -> Kind.of(type) != Kind.DEFINITION && Kind.of(type) != Kind.DIRECTORY)
                .map(access -> Denial.forbidden())
                .orElse(null);
    }
}
