package org.cbthomework.demo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.jspecify.annotations.Nullable;

/** Sends requests, and finds what the audit told of each by the id it was given. */
final class Auditor {

    private static final String PROFILES = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    private final FhirHttp system;

    /** @param system may read the trail */
    Auditor(FhirHttp system) {
        this.system = system;
    }

    /** An answer, and the events of its request, those about patients first. */
    record Audited(Reply reply, List<AuditEvent> events) {

        /** The one event that there is. */
        AuditEvent only() {
            assertThat(events).as(reply.status() + " " + reply.body()).hasSize(1);
            return events.get(0);
        }

        /** The one event, of a request that was answered with this status. */
        AuditEvent only(int status) {
            assertThat(reply.status()).as(reply.body()).isEqualTo(status);
            return only();
        }
    }

    Audited ask(FhirHttp as, String method, String path, @Nullable String json, String... headers) {
        String id = UUID.randomUUID().toString();
        String[] all = Stream.concat(Arrays.stream(headers), Stream.of("X-Request-Id", id))
                .toArray(String[]::new);
        Reply reply = as.send(method, path, json, all);
        return new Audited(reply, told(id));
    }

    /** The events of a request. */
    List<AuditEvent> told(String request) {
        Bundle found = system.get("/AuditEvent?entity-name:exact=" + request + "&_count=500")
                .as(Bundle.class);
        return found.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .map(AuditEvent.class::cast)
                .sorted(Comparator.comparing(event -> patients(event).isEmpty()))
                .toList();
    }

    static String profile(AuditEvent event) {
        return event.getMeta().getProfile().get(0).getValue().substring(PROFILES.length());
    }

    static List<String> patients(AuditEvent event) {
        return names(event, "1").stream()
                .map(name -> name.substring(name.indexOf("Patient/")))
                .toList();
    }

    /** What was shown, written or asked for, as type and id. */
    static List<String> data(AuditEvent event) {
        return names(event, "4").stream()
                .map(name -> name.substring(name.indexOf("/fhir/") + "/fhir/".length()))
                .toList();
    }

    static String query(AuditEvent event) {
        return event.getEntity().stream()
                .filter(AuditEventEntityComponent::hasQuery)
                .map(entity -> new String(entity.getQuery(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private static List<String> names(AuditEvent event, String role) {
        return event.getEntity().stream()
                .filter(entity -> role.equals(entity.getRole().getCode()))
                .map(entity -> entity.getWhat().getIdentifier().getValue())
                .toList();
    }

    /** An event without what differs from request to request: when, which, and what was asked for. */
    static String shape(AuditEvent event, String target) {
        AuditEvent copy = event.copy();
        copy.setId((String) null);
        copy.getMeta().setVersionId(null).setLastUpdated(null).setSource(null);
        copy.setRecorded(null);
        copy.getEntityFirstRep().setName("").getWhat().getIdentifier().setValue("");
        return FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(copy)
                .replace(target, "target");
    }
}
