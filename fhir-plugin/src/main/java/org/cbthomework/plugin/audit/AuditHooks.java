package org.cbthomework.plugin.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The audit as hooks of a RestfulServer: they note what each request shows and has committed, and tell of it once its answer
 * stands. What the server does by itself passes them by, so they belong on the RestfulServer and not on the storage.
 */
@Interceptor
final class AuditHooks {

    /** After whoever changes an answer, and before whoever sends it, as HAPI does from 1000 on. */
    private static final int LAST = 900;

    private static final int FIRST_REFUSAL = 400;
    private static final int UNAVAILABLE = 503;
    private static final String UNTOLD = AuditHooks.class.getName() + ".untold";

    private final Auditing auditing;
    private final Function<IBaseResource, Set<String>> patients;
    private final Supplier<String> base;

    AuditHooks(Auditing auditing, Function<IBaseResource, Set<String>> patients, Supplier<String> base) {
        this.auditing = auditing;
        this.patients = patients;
        this.base = base;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void begin(RequestDetails request) {
        if (request.getRestOperationType() != RestOperationTypeEnum.METADATA) {
            Trail.begin(request);
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESHOW_RESOURCES, order = LAST)
    public void show(@Nullable RequestDetails request, IPreResourceShowDetails resources) {
        Trail.of(request).ifPresent(trail -> {
            for (int index = 0; index < resources.size(); index++) {
                IBaseResource resource = resources.getResource(index);
                if (resource != null) {
                    trail.add(touch(resource, Deed.SHOWN));
                }
            }
        });
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(@Nullable RequestDetails request, IBaseResource resource) {
        Trail.of(request).ifPresent(trail -> onceCommitted(trail, touch(resource, Deed.CREATED)));
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(@Nullable RequestDetails request, @Nullable IBaseResource before, IBaseResource resource) {
        Trail.of(request).ifPresent(trail -> {
            Touch touch = touch(resource, Deed.UPDATED);
            onceCommitted(
                    trail,
                    before == null ? touch : touch.and(new Touch(touch.reference(), touch.deed(), patients(before))));
        });
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(@Nullable RequestDetails request, IBaseResource resource) {
        Trail.of(request).ifPresent(trail -> onceCommitted(trail, touch(resource, Deed.DELETED)));
    }

    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = LAST)
    public void answering(ServletRequestDetails request, @Nullable IBaseResource answer) {
        tell(request, answer);
    }

    /** Whatever was sent in another way than as a resource, or by somebody else. */
    @Hook(Pointcut.SERVER_PROCESSING_COMPLETED_NORMALLY)
    public void answered(ServletRequestDetails request) {
        tell(request, null);
    }

    @Hook(value = Pointcut.SERVER_HANDLE_EXCEPTION, order = LAST)
    public void refusing(ServletRequestDetails request, BaseServerResponseException refusal) {
        int status = refusal.getStatusCode();
        boolean isTold = Trail.of(request).filter(trail -> !trail.tell()).isPresent();
        // What is answered 503 has done nothing, but for what could not be told.
        if (isTold || status == UNAVAILABLE) {
            return;
        }
        try {
            if (status < FIRST_REFUSAL) {
                auditing.done(asked(request), touched(request), List.of());
            } else {
                auditing.refused(asked(request), status);
            }
        } catch (BaseServerResponseException untold) {
            request.getUserData().put(UNTOLD, untold);
        }
    }

    /** A refusal that cannot be told is not answered either; an exception at that point would be logged with all it says. */
    @Hook(Pointcut.SERVER_OUTGOING_FAILURE_OPERATIONOUTCOME)
    public void answeringInstead(ServletRequestDetails request, ResponseDetails answer) {
        if (request.getUserData().get(UNTOLD) instanceof BaseServerResponseException untold) {
            OperationOutcome outcome = new OperationOutcome();
            outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(IssueType.TRANSIENT)
                    .setDiagnostics(untold.getMessage());
            answer.setResponseResource(outcome);
            answer.setResponseCode(untold.getStatusCode());
            untold.getResponseHeaders()
                    .forEach((name, values) ->
                            values.forEach(value -> request.getServletResponse().setHeader(name, value)));
        }
    }

    private void tell(ServletRequestDetails request, @Nullable IBaseResource answer) {
        if (Trail.of(request).filter(Trail::tell).isPresent()) {
            List<Integer> refused = answer instanceof Bundle bundle ? Entries.refused(bundle) : List.of();
            auditing.done(asked(request), touched(request), refused);
        }
    }

    /** A write that changes nothing is not told by the storage: it is told by what was sent. */
    private List<Touch> touched(ServletRequestDetails request) {
        List<Touch> touched = Trail.of(request).map(Trail::touched).orElse(List.of());
        IBaseResource sent = request.getResource();
        boolean isUntold = touched.isEmpty()
                && sent != null
                && request.getRestOperationType() == RestOperationTypeEnum.UPDATE
                && sent.getIdElement().hasIdPart();
        return isUntold ? List.of(touch(sent, Deed.UPDATED)) : touched;
    }

    private Asked asked(ServletRequestDetails request) {
        return Asked.read(request, base.get());
    }

    private Touch touch(IBaseResource resource, Deed deed) {
        String reference = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        return new Touch(reference, deed, patients(resource));
    }

    private Set<String> patients(IBaseResource resource) {
        return new HashSet<>(patients.apply(resource));
    }

    /** What is rolled back was not written, and a transaction may be tried more than once. */
    private static void onceCommitted(Trail trail, Touch touch) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    trail.add(touch);
                }
            });
        } else {
            trail.add(touch);
        }
    }
}
