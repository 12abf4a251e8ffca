package org.cbthomework.plugin.hooks;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import java.util.Set;
import org.cbthomework.plugin.assignment.KnownAssignments;
import org.cbthomework.plugin.assignment.RecordingAssignments;
import org.cbthomework.plugin.publication.OwnWrites;
import org.cbthomework.plugin.worksheet.Worksheets;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Storage hooks on what assigns homework. Register once, on the server's {@code IInterceptorService}. */
@Interceptor
public final class AssignmentHooks {

    private static final Set<String> HAVE_A_SAY = Set.of("ServiceRequest", "CarePlan", "Task", "Encounter", "Patient");

    private final RecordingAssignments recording;
    private final KnownAssignments known;
    private final Worksheets worksheets;
    private final Answering answering;

    public AssignmentHooks(
            RecordingAssignments recording, KnownAssignments known, Worksheets worksheets, FhirContext fhir) {
        this.recording = recording;
        this.known = known;
        this.worksheets = worksheets;
        this.answering = new Answering(fhir);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void creating(IBaseResource resource, @Nullable RequestDetails request) {
        answer(request, () -> settle(null, resource));
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updating(IBaseResource before, IBaseResource resource, @Nullable RequestDetails request) {
        answer(request, () -> settle(before, resource));
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, @Nullable RequestDetails request) {
        answer(request, () -> record(resource));
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource resource, @Nullable RequestDetails request) {
        answer(request, () -> {
            record(resource);
            recording.recordMove(before, resource);
        });
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource, @Nullable RequestDetails request) {
        if (HAVE_A_SAY.contains(resource.fhirType())) {
            answer(request, () -> {
                recording.forget(resource);
                known.forget(name(resource));
            });
        } else if (resource instanceof Questionnaire) {
            worksheets.forget();
        }
    }

    /** What the plugin writes itself assigns nothing. */
    private void answer(@Nullable RequestDetails request, Runnable useCase) {
        if (!OwnWrites.made(request)) {
            answering.answer(useCase);
        }
    }

    private void settle(@Nullable IBaseResource before, IBaseResource resource) {
        if (resource instanceof ServiceRequest order) {
            recording.settle(before(before, ServiceRequest.class), order);
        } else if (resource instanceof CarePlan plan) {
            recording.settle(before(before, CarePlan.class), plan);
        } else if (resource instanceof Task task) {
            recording.settle(task);
        } else if (resource instanceof Patient patient) {
            recording.settle(before(before, Patient.class), patient);
        }
    }

    private void record(IBaseResource resource) {
        if (HAVE_A_SAY.contains(resource.fhirType())) {
            recording.record(resource);
            known.forget(name(resource));
        } else if (resource instanceof Questionnaire) {
            worksheets.forget();
        }
    }

    private static <T extends IBaseResource> Optional<T> before(@Nullable IBaseResource before, Class<T> type) {
        return Optional.ofNullable(before).filter(type::isInstance).map(type::cast);
    }

    private static String name(IBaseResource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
