package org.cbthomework.plugin.report;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.Clock;
import java.util.List;
import org.cbthomework.plugin.assignment.Assigned;
import org.cbthomework.plugin.assignment.Assignments;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
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
 * about, now by default; {@code occasions} adds each occasion as a Task, {@code weeks} each therapy week, and {@code
 * aggregate} one over all.
 */
public final class HomeworkAdherenceOperation {

    private static final String NAME = "$homework-adherence";
    private static final String DEFINITION =
            "https://w3id.org/cbt-homework/fhir/OperationDefinition/homework-adherence";

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
    @Operation(name = NAME, typeName = "Patient", idempotent = true, canonicalUrl = DEFINITION)
    public Bundle ofPatient(
            @IdParam IdType id,
            @OperationParam(name = "start", max = 1) @Nullable DateType start,
            @OperationParam(name = "end", max = 1) @Nullable DateType end,
            @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf,
            @OperationParam(name = "occasions", max = 1) @Nullable BooleanType occasions,
            @OperationParam(name = "weeks", max = 1) @Nullable BooleanType weeks,
            @OperationParam(name = "aggregate", max = 1) @Nullable BooleanType aggregate,
            RequestDetails request) {
        daos.getResourceDao(Patient.class).read(id, request);
        return report(
                assignments.ofPatient("Patient/" + id.getIdPart()),
                new Question(start, end, asOf, occasions, weeks, aggregate));
    }

    /** Of the homework of one plan of care. */
    @Operation(name = NAME, typeName = "CarePlan", idempotent = true, canonicalUrl = DEFINITION)
    public Bundle ofCarePlan(
            @IdParam IdType id,
            @OperationParam(name = "start", max = 1) @Nullable DateType start,
            @OperationParam(name = "end", max = 1) @Nullable DateType end,
            @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf,
            @OperationParam(name = "occasions", max = 1) @Nullable BooleanType occasions,
            @OperationParam(name = "weeks", max = 1) @Nullable BooleanType weeks,
            @OperationParam(name = "aggregate", max = 1) @Nullable BooleanType aggregate,
            RequestDetails request) {
        CarePlan plan = daos.getResourceDao(CarePlan.class).read(id, request);
        List<AssignmentKey> orders = plan.getActivity().stream()
                .map(activity -> activity.getReference().getReferenceElement())
                .filter(reference -> "ServiceRequest".equals(reference.getResourceType()))
                .map(reference -> AssignmentKey.ofServiceRequest(reference.getIdPart()))
                .toList();
        return report(
                assignments.ofCarePlan(
                        "CarePlan/" + id.getIdPart(), plan.getSubject().getReference(), orders),
                new Question(start, end, asOf, occasions, weeks, aggregate));
    }

    /** Of one assignment. */
    @Operation(name = NAME, typeName = "ServiceRequest", idempotent = true, canonicalUrl = DEFINITION)
    public Bundle ofServiceRequest(
            @IdParam IdType id,
            @OperationParam(name = "start", max = 1) @Nullable DateType start,
            @OperationParam(name = "end", max = 1) @Nullable DateType end,
            @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf,
            @OperationParam(name = "occasions", max = 1) @Nullable BooleanType occasions,
            @OperationParam(name = "weeks", max = 1) @Nullable BooleanType weeks,
            @OperationParam(name = "aggregate", max = 1) @Nullable BooleanType aggregate,
            RequestDetails request) {
        daos.getResourceDao(ServiceRequest.class).read(id, request);
        AssignmentKey key = AssignmentKey.ofServiceRequest(id.getIdPart());
        Question question = new Question(start, end, asOf, occasions, weeks, aggregate);
        if (question.wantsAggregate()) {
            throw new InvalidRequestException(
                    "The parameter aggregate is true, and this is one assignment; leave it out,"
                            + " or ask its Patient or its CarePlan");
        }
        return report(assignments.find(key).stream().toList(), question);
    }

    private Bundle report(List<Assigned> assigned, Question question) {
        try {
            return Report.of(measuring.measure(assigned, question.days(), question.moment(clock)), question);
        } catch (UnusableQuestion unusable) {
            throw new InvalidRequestException(unusable.getMessage());
        }
    }
}
