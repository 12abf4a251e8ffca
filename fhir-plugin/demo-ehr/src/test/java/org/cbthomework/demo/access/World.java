package org.cbthomework.demo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.Fixture;
import org.cbthomework.demo.harness.SwitchedRules;
import org.cbthomework.plugin.access.rule.Rule;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Bundle;

/**
 * Patients with all that is known of them, and those who look after them. A is whoever is signed in, or in care; B is
 * somebody else, and each of B's records bears a mark that nobody but B's own may ever be sent. M is a minor with a proxy;
 * T has come of age since a proxy was appointed; O is in the care of the outsider.
 */
final class World {

    final FhirHttp ehr;
    final String suffix = UUID.randomUUID().toString().substring(0, 12);
    final String a = "a-" + suffix;
    final String b = "b-" + suffix;
    final String minor = "m-" + suffix;
    final String grown = "t-" + suffix;
    final String other = "o-" + suffix;
    /** Names nothing, in the place of {@link #b}. */
    final String nobody = "z-" + suffix;

    final String marked = "mark" + UUID.randomUUID().toString().replace("-", "");
    final String own = "own" + UUID.randomUUID().toString().replace("-", "");
    /** A response of B, under an id that cannot be guessed. */
    final String unguessable = UUID.randomUUID().toString();
    /** A response of B that is deleted, likewise. */
    final String deleted = UUID.randomUUID().toString();

    final String audit = "audit-" + suffix;

    private World(FhirHttp ehr) {
        this.ehr = ehr;
    }

    static World of(FhirHttp ehr, SwitchedRules rules) {
        World world = new World(ehr);
        stored(ehr.post("/", fixture("staff").with("suffix", world.suffix).json()));
        world.store(
                world.a,
                world.own,
                "1990-01-01",
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
        world.store(world.b, world.marked, "1991-01-01", world.unguessable, world.deleted);
        world.store(
                world.minor,
                world.own,
                "2015-06-01",
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
        world.store(
                world.grown,
                world.marked,
                "2008-01-01",
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
        stored(ehr.post("/", fixture("ties").with("suffix", world.suffix).json()));
        rules.without(
                Rule.SERVER_KEEPS_ITS_OWN, () -> stored(ehr.put("/AuditEvent/" + world.audit, world.auditEvent())));
        return world;
    }

    private void store(String who, String mark, String born, String uuid, String goneUuid) {
        stored(ehr.post(
                "/",
                fixture("record")
                        .with("who", who)
                        .with("mark", mark)
                        .with("mark64", Base64.getEncoder().encodeToString(mark.getBytes(StandardCharsets.UTF_8)))
                        .with("born", born)
                        .with("uuid", uuid)
                        .with("goneUuid", goneUuid)
                        .json()));
        assertThat(ehr.delete("/QuestionnaireResponse/gone-" + who).status()).isEqualTo(200);
        assertThat(ehr.delete("/QuestionnaireResponse/" + goneUuid).status()).isEqualTo(200);
    }

    private String auditEvent() {
        return fixture("audit")
                .with("id", audit)
                .with("mark", marked)
                .with("who", b)
                .json();
    }

    Visitors visitors() {
        return new Visitors(this);
    }

    /** A response to homework, as a client would send it. */
    String answer(String subject, String basedOn) {
        return answer(subject, basedOn, "completed");
    }

    String answer(String subject, String basedOn, String status) {
        return fixture("answer")
                .with("subject", subject)
                .with("basedOn", basedOn)
                .with("status", status)
                .json();
    }

    /** A response of A to A's homework. */
    String answerOfA() {
        return answer("Patient/" + a, "ServiceRequest/sr-" + a);
    }

    /** The resource with more in it; members as JSON has them, without braces. */
    static String also(String members, String json) {
        return json.replaceFirst("\\{", "{" + members.replace("$", "\\$") + ",");
    }

    /** The stored resource, as somebody who may see it would write it back. */
    String stored(String path) {
        Reply reply = ehr.get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply.body();
    }

    /** That each of some requests that were denied has left one trace, found by the id that its answer carries. */
    void assertAudited(List<String> requests) {
        Bundle trail = ehr.getFresh("/AuditEvent?outcome=4&_count=500&entity-name:exact=" + String.join(",", requests))
                .as(Bundle.class);
        assertThat(trail.getEntry().stream()
                        .map(entry -> (AuditEvent) entry.getResource())
                        .flatMap(event -> event.getEntity().stream())
                        .map(AuditEventEntityComponent::getName)
                        .filter(name -> name != null && requests.contains(name)))
                .as("AuditEvents of denials, by their requests")
                .containsExactlyInAnyOrderElementsOf(requests);
    }

    static Fixture fixture(String name) {
        return Fixture.of(World.class, name);
    }

    private static void stored(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
        assertThat(reply.body()).doesNotContain("\"status\": \"4", "\"status\":\"4");
    }
}
