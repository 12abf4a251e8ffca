package org.cbthomework.launch.changing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cbthomework.launch.homework.Chain;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.homework.OrderExtensions;
import org.cbthomework.launch.homework.Pause;
import org.cbthomework.launch.homework.Spoken;
import org.cbthomework.launch.homework.Terms;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * Changes, pauses, resumes and stops an assignment of the patient whose chart is open. Each is done once, however often the
 * same is asked for, and only to what the clinician has seen.
 */
public final class ChangingAssignments {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final HomeworkStores stores;
    private final Naming naming;
    private final Clock clock;
    private final ZoneId otherwise;

    /**
     * For patients in any zone.
     *
     * @param otherwise the zone of homework that tells none
     */
    public ChangingAssignments(HomeworkStores stores, Naming naming, Clock clock, ZoneId otherwise) {
        this.stores = stores;
        this.naming = naming;
        this.clock = clock;
        this.otherwise = otherwise;
    }

    /** Gives a name that nobody guesses, the same for the same text. */
    @FunctionalInterface
    public interface Naming {
        byte[] name(String text);
    }

    /**
     * An assignment that may be changed.
     *
     * @param title of its worksheet; null if that is not known
     * @param today where the patient lives
     */
    public record Opened(@Nullable String title, Terms terms, LocalDate today) {}

    /**
     * Opens one.
     *
     * @throws HomeworkRefused with 404 if the patient has none of that id, with 403 if nothing may be changed
     */
    public Opened open(Launch opened, String id, Locale reader) {
        Launch launch = stores.current(opened);
        HomeworkStore store = stores.of(launch);
        Chain chain = chain(store, launch, id);
        return new Opened(
                OrderExtensions.text(chain.head(), OrderExtensions.WORKSHEET)
                        .flatMap(store::worksheet)
                        .flatMap(sheet -> Spoken.in(reader, sheet.getTitleElement()))
                        .orElse(null),
                Terms.of(chain, now(chain).toLocalDate()),
                now(chain).toLocalDate());
    }

    /** Expects nothing for some days. */
    public void pause(Launch opened, String id, @Nullable String version, Pause pause) {
        act(opened, id, version, new Pausing(pause));
    }

    /** Expects homework again from today on. */
    public void resume(Launch opened, String id, @Nullable String version) {
        act(opened, id, version, new Resuming());
    }

    /**
     * Ends it now.
     *
     * @param hasServed whether it has done its work; else it is called off
     */
    public void stop(Launch opened, String id, @Nullable String version, boolean hasServed, String reason) {
        act(opened, id, version, new Stopping(hasServed, reason));
    }

    /** Changes what was agreed. */
    public void change(Launch opened, String id, @Nullable String version, NewTerms terms) {
        String name = "change of " + opened.issuer() + " ServiceRequest/" + id + " " + version + " to " + terms;
        String next = UUID.nameUUIDFromBytes(naming.name(name)).toString();
        act(opened, id, version, new Redosing(terms, next, opened.context().fhirUser())).stream()
                .filter(order -> Chain.id(order).equals(next))
                .forEach(order -> intoPlan(opened, order));
    }

    /** The orders that are stored now. */
    private List<ServiceRequest> act(Launch opened, String id, @Nullable String version, Act act) {
        Launch launch = stores.current(opened);
        HomeworkStore store = stores.of(launch);
        Chain chain = chain(store, launch, id);
        ServiceRequest order = chain.orders().stream()
                .filter(each -> Chain.id(each).equals(id))
                .findFirst()
                .orElseThrow();
        boolean isAsRead = Objects.equals(order.getMeta().getVersionId(), version);
        List<ServiceRequest> changed = wanted(act, chain, isAsRead);
        if (changed.isEmpty()) {
            return chain.orders();
        }
        if (!isAsRead) {
            throw changedMeanwhile(store, launch, id, version);
        }
        try {
            keep(store, changed);
            return changed;
        } catch (HomeworkRefused refused) {
            if (refused.status() == CONFLICT || refused.status() == PRECONDITION_FAILED) {
                throw changedMeanwhile(store, launch, id, version);
            }
            throw refused;
        }
    }

    /** That another has changed it says more than that it is not possible any more. */
    private List<ServiceRequest> wanted(Act act, Chain chain, boolean isAsRead) {
        try {
            List<ServiceRequest> changed = act.on(chain, now(chain));
            if (!changed.isEmpty() && chain.isOver()) {
                throw new NotPossible(List.of(new Problem("", "over")));
            }
            return changed;
        } catch (NotPossible notPossible) {
            if (isAsRead) {
                throw notPossible;
            }
            return chain.orders();
        }
    }

    private static void keep(HomeworkStore store, List<ServiceRequest> changed) {
        if (changed.size() == 1) {
            store.keep(changed.get(0));
        } else {
            store.keepTogether(changed);
        }
    }

    /** A new order stands in the plan beside the one that it replaces; it is there first, for nothing refers to what is not. */
    private void intoPlan(Launch opened, ServiceRequest next) {
        Launch launch = stores.current(opened);
        HomeworkStore store = stores.of(launch);
        String replaced = next.getReplacesFirstRep().getReference();
        String reference = "ServiceRequest/" + Chain.id(next);
        store.plans(String.valueOf(launch.context().patient())).stream()
                .filter(plan -> refersTo(plan, replaced) && !refersTo(plan, reference))
                .map(CarePlan::copy)
                .forEach(plan -> {
                    plan.addActivity().setReference(new Reference(reference));
                    store.keep(plan);
                });
    }

    private static boolean refersTo(CarePlan plan, String order) {
        return plan.getActivity().stream()
                .anyMatch(each -> order.equals(each.getReference().getReference()));
    }

    private ChangedMeanwhile changedMeanwhile(HomeworkStore store, Launch launch, String id, @Nullable String version) {
        Chain now = chain(store, launch, id);
        LocalDate today = now(now).toLocalDate();
        return new ChangedMeanwhile(
                Optional.ofNullable(version)
                        .filter(each -> !each.isBlank())
                        .flatMap(each -> store.assignment(id, each))
                        .map(before -> Terms.of(new Chain(List.of(before), now.zone()), today)),
                Terms.of(now, today));
    }

    private Chain chain(HomeworkStore store, Launch launch, String id) {
        if (!launch.grant().scopes().allow("ServiceRequest", 'u')) {
            throw new HomeworkRefused(FORBIDDEN, "refusal.homework.no-changes", null);
        }
        return Optional.ofNullable(launch.context().patient())
                .flatMap(patient -> Chain.holding(id, store.assignments(patient), otherwise))
                .orElseThrow(() -> new HomeworkRefused(NOT_FOUND, "refusal.homework.not-there", null));
    }

    private OffsetDateTime now(Chain chain) {
        return OffsetDateTime.ofInstant(clock.instant(), chain.zone());
    }
}
