package org.cbthomework.plugin.report;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cbthomework.plugin.assignment.Assigned;
import org.cbthomework.plugin.assignment.Assignments;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * {@code $homework-adherence} on a Patient, a CarePlan or a ServiceRequest: a Bundle of Observations, one for each
 * assignment, computed now. {@code start} and {@code end} are local days, both inclusive; {@code asOf} is the moment to ask
 * about, now by default.
 */
public final class HomeworkAdherenceOperation {

    private static final String NAME = "$homework-adherence";

    private final DaoRegistry daos;
    private final Assignments assignments;
    private final MeasuringAdherence measuring;
    private final Clock clock;

    public HomeworkAdherenceOperation(
            DaoRegistry daos, Assignments assignments, MeasuringAdherence measuring, Clock clock) {
        this.daos = daos;
        this.assignments = assignments;
        this.measuring = measuring;
        this.clock = clock;
    }

    /** Of all the homework of a patient. */
    @Operation(name = NAME, typeName = "Patient", idempotent = true)
    public Bundle ofPatient(
            @IdParam IdType id,
            @OperationParam(name = "start", max = 1) @Nullable DateType start,
            @OperationParam(name = "end", max = 1) @Nullable DateType end,
            @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf,
            RequestDetails request) {
        daos.getResourceDao(Patient.class).read(id, request);
        return report(assignments.ofPatient("Patient/" + id.getIdPart()), start, end, asOf);
    }

    /** Of the homework of one plan of care. */
    @Operation(name = NAME, typeName = "CarePlan", idempotent = true)
    public Bundle ofCarePlan(
            @IdParam IdType id,
            @OperationParam(name = "start", max = 1) @Nullable DateType start,
            @OperationParam(name = "end", max = 1) @Nullable DateType end,
            @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf,
            RequestDetails request) {
        CarePlan plan = daos.getResourceDao(CarePlan.class).read(id, request);
        List<AssignmentKey> orders = plan.getActivity().stream()
                .map(activity -> activity.getReference().getReferenceElement())
                .filter(reference -> "ServiceRequest".equals(reference.getResourceType()))
                .map(reference -> AssignmentKey.ofServiceRequest(reference.getIdPart()))
                .toList();
        return report(assignments.ofCarePlan("CarePlan/" + id.getIdPart(), orders), start, end, asOf);
    }

    /** Of one assignment. */
    @Operation(name = NAME, typeName = "ServiceRequest", idempotent = true)
    public Bundle ofServiceRequest(
            @IdParam IdType id,
            @OperationParam(name = "start", max = 1) @Nullable DateType start,
            @OperationParam(name = "end", max = 1) @Nullable DateType end,
            @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf,
            RequestDetails request) {
        daos.getResourceDao(ServiceRequest.class).read(id, request);
        AssignmentKey key = AssignmentKey.ofServiceRequest(id.getIdPart());
        return report(assignments.find(key).stream().toList(), start, end, asOf);
    }

    private Bundle report(
            List<Assigned> assigned, @Nullable DateType start, @Nullable DateType end, @Nullable DateTimeType asOf) {
        Days days = new Days(day("start", start), day("end", end));
        if (days.start().isPresent()
                && days.end().isPresent()
                && days.end().get().isBefore(days.start().get())) {
            throw new InvalidRequestException(
                    "The parameter end is " + days.end().get() + ", before start, which is "
                            + days.start().get() + "; give an end on or after the start");
        }
        Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
        measuring
                .measure(assigned, days, moment(asOf))
                .forEach(each ->
                        bundle.addEntry().setFullUrl(name(each)).setResource(WritingObservations.write(each, days)));
        return bundle;
    }

    /** The same question gives the same name. */
    private static String name(Measured measured) {
        String question = measured.assigned().key() + " " + measured.adherence().asOf();
        return "urn:uuid:" + UUID.nameUUIDFromBytes(question.getBytes(StandardCharsets.UTF_8));
    }

    private Instant moment(@Nullable DateTimeType asOf) {
        if (asOf == null || asOf.isEmpty()) {
            return clock.instant();
        }
        boolean isMoment = asOf.getValueAsString().matches(".+T\\d\\d:\\d\\d:\\d\\d.*(Z|[+-]\\d\\d:\\d\\d)");
        if (!isMoment) {
            throw new InvalidRequestException("The parameter asOf is " + asOf.getValueAsString()
                    + ", which is no moment; give date, time and offset, as in 2026-11-23T14:00:00+01:00");
        }
        return asOf.getValue().toInstant();
    }

    private static Optional<LocalDate> day(String name, @Nullable DateType value) {
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        if (value.getPrecision() != TemporalPrecisionEnum.DAY) {
            throw new InvalidRequestException("The parameter " + name + " is " + value.getValueAsString()
                    + ", which is no day; give one, as in 2026-11-23");
        }
        return Optional.of(LocalDate.parse(value.getValueAsString()));
    }
}
