package org.cbthomework.demo;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Writes down which hooks fired, and does at them what a test asks. */
@Interceptor
class StorageHook {

    private record Event(Pointcut at, String type) {}

    private record Reaction(Pointcut at, Class<? extends IBaseResource> type, Consumer<IBaseResource> what) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<Reaction> reactions = new ArrayList<>();

    <T extends IBaseResource> void atPrestorage(Class<T> type, Consumer<T> what) {
        at(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, type, what);
    }

    <T extends IBaseResource> void atPrecommit(Class<T> type, Consumer<T> what) {
        at(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED, type, what);
    }

    <T extends IBaseResource> void at(Pointcut at, Class<T> type, Consumer<T> what) {
        reactions.add(new Reaction(at, type, resource -> what.accept(type.cast(resource))));
    }

    /** The hooks that fired for a resource type, in order. */
    List<Pointcut> fired(String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .map(Event::at)
                .toList();
    }

    void forget() {
        events.clear();
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void prestorageCreated(IBaseResource resource) {
        react(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void precommitCreated(IBaseResource resource) {
        react(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED, resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void prestorageUpdated(IBaseResource old, IBaseResource resource) {
        react(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void precommitUpdated(IBaseResource old, IBaseResource resource) {
        react(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED, resource);
    }

    private void react(Pointcut at, IBaseResource resource) {
        events.add(new Event(at, resource.fhirType()));
        reactions.stream()
                .filter(reaction -> reaction.at() == at && reaction.type().isInstance(resource))
                .forEach(reaction -> reaction.what().accept(resource));
    }
}
