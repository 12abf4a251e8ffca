package org.cbthomework.launch.changing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cbthomework.launch.homework.BackupPlan;
import org.cbthomework.launch.homework.Chain;
import org.cbthomework.launch.homework.OrderExtensions;
import org.cbthomework.launch.homework.Pause;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Timing;
import org.jspecify.annotations.Nullable;

/**
 * Changes what was agreed. Texts and the last day change where they stand; another dose is a new order that replaces the
 * one before, unless that one has not begun.
 *
 * @param id that a new order is to have
 * @param requester of a new order; null if it is not known
 */
record Redosing(NewTerms terms, String id, @Nullable String requester) implements Act {

    private static final String REQUISITION = "https://w3id.org/cbt-homework/fhir/requisition";

    @Override
    public List<ServiceRequest> on(Chain chain, OffsetDateTime now) {
        if (chain.orders().stream().anyMatch(order -> Chain.id(order).equals(id))) {
            return List.of();
        }
        LocalDate today = now.toLocalDate();
        boolean hasBegun = !chain.firstDay(chain.head()).isAfter(today);
        boolean isNewOrder = hasBegun && (terms.dose() != null || mustBeNewForItsEnd(chain));
        LocalDate firstDay = terms.dose() != null && terms.firstDay() != null
                ? terms.firstDay()
                : isNewOrder ? today : chain.firstDay(chain.head());
        refuseUnlessPossible(firstDay, today);
        return isNewOrder ? replacing(chain, firstDay, now) : inPlace(chain, firstDay);
    }

    private void refuseUnlessPossible(LocalDate firstDay, LocalDate today) {
        if (terms.dose() != null && firstDay.isBefore(today)) {
            throw new NotPossible(List.of(new Problem("from", "begins-before-today")));
        }
        LocalDate lastDay = terms.lastDay();
        if (lastDay != null && (lastDay.isBefore(firstDay) || lastDay.isBefore(today))) {
            throw new NotPossible(List.of(new Problem("last-day", "ends-before-it-begins")));
        }
    }

    /** The server takes another end of a Period where it stands, and of no other kind of bounds. */
    private boolean mustBeNewForItsEnd(Chain chain) {
        ServiceRequest head = chain.head();
        boolean mayMove = head.getOccurrence() instanceof Timing timing
                && timing.getRepeat().hasBoundsPeriod()
                && timing.getRepeat().getBoundsPeriod().hasStart();
        return !mayMove && !Objects.equals(Chain.lastDay(head, chain.zone()), terms.lastDay());
    }

    private List<ServiceRequest> inPlace(Chain chain, LocalDate firstDay) {
        List<ServiceRequest> orders = Act.copies(chain);
        ServiceRequest head = orders.get(orders.size() - 1);
        if (terms.dose() != null) {
            terms.dose().into(head);
            bounds(head, firstDay);
            if (orders.size() > 1) {
                end(orders.get(orders.size() - 2), chain, firstDay);
            }
        } else if (!Objects.equals(Chain.lastDay(head, chain.zone()), terms.lastDay())) {
            Period period = head.getOccurrenceTiming().getRepeat().getBoundsPeriod();
            period.setEndElement(terms.lastDay() == null ? null : Act.day(terms.lastDay()));
        }
        texts(head);
        return Act.changed(chain.orders(), orders);
    }

    private List<ServiceRequest> replacing(Chain chain, LocalDate firstDay, OffsetDateTime now) {
        ServiceRequest old = chain.head().copy();
        if (!old.hasRequisition()) {
            old.setRequisition(new Identifier().setSystem(REQUISITION).setValue(Chain.id(old)));
        }
        ServiceRequest next = old.copy();
        next.setId(id);
        next.setMeta(new Meta()
                .setSecurity(old.getMeta().getSecurity())
                .setTag(old.getMeta().getTag()));
        next.setText(null);
        next.setIdentifier(null);
        next.setNote(null);
        next.setEncounter(null);
        next.setStatus(ServiceRequestStatus.ACTIVE);
        next.setReplaces(new ArrayList<>(List.of(new Reference("ServiceRequest/" + Chain.id(old)))));
        next.setAuthoredOnElement(Act.moment(now.toInstant(), chain.zone()));
        if (requester != null) {
            next.setRequester(new Reference(requester));
        }
        next.getExtension()
                .removeIf(each -> each.getUrl().equals(OrderExtensions.ENDED)
                        || each.getUrl().equals(OrderExtensions.STATUS_REASON)
                        || each.getUrl().equals(OrderExtensions.AGREEMENT_ANSWER)
                        || (each.getValue() instanceof Period pause
                                && Pause.of(pause, chain.zone())
                                        .filter(one -> one.isOverBy(firstDay))
                                        .isPresent()));
        if (terms.dose() != null) {
            terms.dose().into(next);
        }
        bounds(next, firstDay);
        texts(next);
        end(old, chain, firstDay);
        return List.of(next, old);
    }

    private void bounds(ServiceRequest order, LocalDate firstDay) {
        Period bounds = new Period().setStartElement(Act.day(firstDay));
        if (terms.lastDay() != null) {
            bounds.setEndElement(Act.day(terms.lastDay()));
        }
        order.getOccurrenceTiming().getRepeat().setBounds(bounds);
    }

    /** The one before is over when the new one begins, though it holds until then. */
    private static void end(ServiceRequest before, Chain chain, LocalDate firstDay) {
        before.setStatus(ServiceRequestStatus.COMPLETED);
        before.getExtension().removeIf(each -> OrderExtensions.ENDED.equals(each.getUrl()));
        before.addExtension(
                OrderExtensions.ENDED,
                Act.moment(firstDay.atStartOfDay(chain.zone()).toInstant(), chain.zone()));
    }

    private void texts(ServiceRequest order) {
        if (!terms.rationale()
                .strip()
                .equals(Objects.requireNonNullElse(order.getReasonCodeFirstRep().getText(), ""))) {
            order.getReasonCodeFirstRep().setText(orNull(terms.rationale()));
        }
        order.getReasonCode().removeIf(CodeableConcept::isEmpty);
        order.setPatientInstruction(orNull(terms.instruction()));
        if (!Objects.equals(BackupPlan.of(order).orElse(null), terms.backupPlan())) {
            order.getExtension().removeIf(each -> OrderExtensions.BACKUP_PLAN.equals(each.getUrl()));
            Optional.ofNullable(terms.backupPlan()).ifPresent(plan -> order.addExtension(plan.extension()));
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
