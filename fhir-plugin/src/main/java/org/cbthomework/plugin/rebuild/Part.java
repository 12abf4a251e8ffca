package org.cbthomework.plugin.rebuild;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** A part of the ledger that is rebuilt resource by resource. */
interface Part {

    /** The types of resources that it is read from, each before those that depend on it. */
    List<String> types();

    /** All resources of which it holds anything, as relative references. */
    List<String> held();

    /**
     * Compares what it holds of a resource with what the resource says.
     *
     * @param resource the resource as stored; empty if it is not there
     * @throws org.cbthomework.plugin.refusal.Refused if the resource says what cannot be followed
     */
    Comparison compare(String name, Optional<IBaseResource> resource);

    /**
     * One resource, compared.
     *
     * @param count how many assignments, occasions or responses the resource tells
     * @param isSame whether that is what is held
     * @param repair makes it so
     */
    record Comparison(int count, boolean isSame, Runnable repair) {}
}
