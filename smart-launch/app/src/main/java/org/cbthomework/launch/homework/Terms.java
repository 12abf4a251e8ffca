package org.cbthomework.launch.homework;

import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed of an assignment, as it stands on one day.
 *
 * @param order the id of the order that holds, or is to hold, as the last
 * @param version of that order; null if the server keeps none
 * @param dose of that order
 * @param until the dose that holds until then; null if it is the same, or nothing holds yet
 * @param from the first day of that order
 * @param lastDay inclusive; null if no end was agreed
 * @param rationale why it helps; null if it is not told, as the texts after it
 * @param agreedOn when the patient agreed; null if that was not told
 * @param asksForChange what the patient asked for last; null if it was no change
 * @param pause that holds or is to come; null if there is none
 * @param endedOn null while it goes on, or if it was not told
 */
public record Terms(
        String order,
        @Nullable String version,
        AgreedDose dose,
        @Nullable AgreedDose until,
        LocalDate from,
        @Nullable LocalDate lastDay,
        @Nullable String rationale,
        @Nullable String instruction,
        @Nullable String goal,
        @Nullable BackupPlan backupPlan,
        boolean isFocal,
        boolean awaitsAgreement,
        @Nullable LocalDate agreedOn,
        @Nullable AgreementAnswer asksForChange,
        @Nullable Pause pause,
        boolean isOver,
        @Nullable LocalDate endedOn,
        @Nullable String endReason) {

    /** Of a chain, as it stands on a day. */
    public static Terms of(Chain chain, LocalDate today) {
        ServiceRequest head = chain.head();
        ServiceRequest holding = chain.on(today);
        boolean isAsked = OrderExtensions.isTrue(head, OrderExtensions.AGREEMENT_REQUESTED);
        Optional<LocalDate> agreed = OrderExtensions.value(head, OrderExtensions.AGREED, DateTimeType.class)
                .map(at -> Days.first(at, chain.zone()));
        return new Terms(
                Chain.id(head),
                head.getMeta().getVersionId(),
                AgreedDose.of(head),
                holding == head ? null : AgreedDose.of(holding),
                chain.firstDay(head),
                Chain.lastDay(head, chain.zone()),
                words(head.getReasonCodeFirstRep().getText()),
                words(head.getPatientInstruction()),
                OrderExtensions.value(head, OrderExtensions.GOAL, Reference.class)
                        .map(goal -> words(goal.getDisplay()))
                        .orElse(null),
                BackupPlan.of(head).orElse(null),
                OrderExtensions.isTrue(head, OrderExtensions.FOCAL),
                isAsked && agreed.isEmpty(),
                agreed.orElse(null),
                AgreementAnswer.last(head)
                        .filter(AgreementAnswer::asksForChange)
                        .orElse(null),
                chain.pauses().stream()
                        .filter(pause -> !pause.isOverBy(today))
                        .findFirst()
                        .orElse(null),
                chain.isOver(),
                chain.ended().map(at -> at.atZone(chain.zone()).toLocalDate()).orElse(null),
                OrderExtensions.value(head, OrderExtensions.STATUS_REASON, CodeableConcept.class)
                        .map(reason -> words(reason.getText()))
                        .orElse(null));
    }

    /** Whether nothing is expected on a day, because it is paused. */
    public boolean isPausedOn(LocalDate day) {
        return pause != null && pause.holds(day);
    }

    private static @Nullable String words(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
