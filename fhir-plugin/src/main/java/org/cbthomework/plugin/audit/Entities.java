package org.cbthomework.plugin.audit;

import ca.uhn.fhir.storage.interceptor.balp.BalpConstants;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;

/**
 * What an event is about. Resources are named by their address as an identifier and not by a literal reference: the storage
 * would make a link of it, which keeps its target from being deleted, and refuses a target that is gone (ADR 0011).
 */
final class Entities {

    private static final String REQUEST_ID = "XrequestId";
    private static final String OF_BALP = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";
    private static final String ADDRESS = "urn:ietf:rfc:3986";

    private final AuditEvent event;
    private final Asked asked;

    Entities(AuditEvent event, Asked asked) {
        this.event = event;
        this.asked = asked;
    }

    /** The id that the answer carries as well; told as a name too, since that can be searched for. */
    void request() {
        AuditEventEntityComponent entity = event.addEntity();
        entity.setType(new Coding(OF_BALP, REQUEST_ID, null));
        entity.getWhat().getIdentifier().setValue(asked.id());
        entity.setName(asked.id());
    }

    AuditEventEntityComponent query() {
        AuditEventEntityComponent entity = object(BalpConstants.CS_OBJECT_ROLE_24_QUERY, "Query");
        entity.setDescription(asked.method() + " " + asked.path());
        entity.setQuery(asked.url().getBytes(StandardCharsets.UTF_8));
        return entity;
    }

    /** What was asked for, whether it is there or not. */
    void target() {
        data(asked.path());
    }

    void data(Touch touch) {
        data(touch.reference()).setLifecycle(touch.deed().lifecycle());
    }

    private AuditEventEntityComponent data(String reference) {
        AuditEventEntityComponent entity = object(BalpConstants.CS_OBJECT_ROLE_4_DOMAIN_RESOURCE, "Domain Resource");
        entity.setWhat(what(asked.base(), reference));
        return entity;
    }

    /** Told as a name too, since that can be searched for. */
    void patient(String id) {
        AuditEventEntityComponent entity = event.addEntity();
        entity.setType(new Coding(
                BalpConstants.CS_AUDIT_ENTITY_TYPE,
                BalpConstants.CS_AUDIT_ENTITY_TYPE_1_PERSON,
                BalpConstants.CS_AUDIT_ENTITY_TYPE_1_PERSON_DISPLAY));
        entity.setRole(new Coding(
                BalpConstants.CS_OBJECT_ROLE,
                BalpConstants.CS_OBJECT_ROLE_1_PATIENT,
                BalpConstants.CS_OBJECT_ROLE_1_PATIENT_DISPLAY));
        entity.setWhat(what(asked.base(), "Patient/" + id));
        entity.setName("Patient/" + id);
    }

    static Reference what(String base, String reference) {
        Reference what = new Reference();
        int type = reference.indexOf('/');
        if (type > 0) {
            what.setType(reference.substring(0, type));
        }
        what.getIdentifier().setSystem(ADDRESS).setValue(base + "/" + reference);
        return what;
    }

    private AuditEventEntityComponent object(String role, String display) {
        AuditEventEntityComponent entity = event.addEntity();
        entity.setType(new Coding(
                BalpConstants.CS_AUDIT_ENTITY_TYPE,
                BalpConstants.CS_AUDIT_ENTITY_TYPE_2_SYSTEM_OBJECT,
                BalpConstants.CS_AUDIT_ENTITY_TYPE_2_SYSTEM_OBJECT_DISPLAY));
        entity.setRole(new Coding(BalpConstants.CS_OBJECT_ROLE, role, display));
        return entity;
    }
}
