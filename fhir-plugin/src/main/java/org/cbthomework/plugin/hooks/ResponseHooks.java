package org.cbthomework.plugin.hooks;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.cbthomework.plugin.response.ReceivingResponses;
import org.cbthomework.plugin.response.TakingFeedback;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Storage hooks on QuestionnaireResponse. Register once, on the server's {@code IInterceptorService}. */
@Interceptor
public final class ResponseHooks {

    private final ReceivingResponses receiving;
    private final TakingFeedback feedback;
    private final Answering answering;

    public ResponseHooks(ReceivingResponses receiving, TakingFeedback feedback, FhirContext fhir) {
        this.receiving = receiving;
        this.feedback = feedback;
        this.answering = new Answering(fhir);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void creating(IBaseResource resource) {
        if (resource instanceof QuestionnaireResponse response) {
            answering.answer(() -> receiving.settle(response));
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updating(IBaseResource before, IBaseResource resource) {
        if (before instanceof QuestionnaireResponse old && resource instanceof QuestionnaireResponse response) {
            answering.answer(() -> receiving.settle(old, response));
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        if (resource instanceof QuestionnaireResponse response) {
            answering.answer(() -> {
                receiving.receive(response);
                feedback.take(response);
            });
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource resource) {
        if (before instanceof QuestionnaireResponse old && resource instanceof QuestionnaireResponse response) {
            answering.answer(() -> {
                receiving.receive(response);
                receiving.receiveMove(old, response);
                feedback.take(old, response);
            });
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        if (resource instanceof QuestionnaireResponse response) {
            answering.answer(() -> {
                receiving.forget(response.getIdElement().getIdPart());
                feedback.forget(response);
            });
        }
    }
}
