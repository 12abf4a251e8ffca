package org.cbthomework.demo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cbthomework.demo.audit.Auditor.Audited;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.SettableClock;
import org.cbthomework.demo.harness.TestIssuer;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each request that is refused leaves one event, which does not depend on what is stored. */
abstract class AuditedRefusalContract {

    private static final int TOLD_EACH = 60;

    /** Each test has minutes of its own, so that none counts the strangers of another. */
    private static Instant next = Instant.parse("2026-03-02T19:00:00Z");

    @Autowired
    FhirHttp ehr;

    @Autowired
    SettableClock clock;

    @Autowired
    IInterceptorService storage;

    private Auditor auditor;
    private Ward ward;

    @BeforeEach
    void begin() {
        auditor = new Auditor(ehr);
        ward = new Ward(ehr);
        later();
    }

    @AfterEach
    void followTheSystem() {
        clock.followTheSystem();
    }

    private void later() {
        next = next.plus(Duration.ofMinutes(10));
        clock.setTo(next);
    }

    private static void assertRefused(AuditEvent event, int status) {
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._4);
        assertThat(event.getOutcomeDesc()).isEqualTo("Refused with status " + status);
        assertThat(Auditor.patients(event)).isEmpty();
    }

    @Test
    void another_patient_and_nobody_at_all_leave_the_same() {
        String patient = ward.admit();
        String another = ward.admit();
        String nobody = "p-" + UUID.randomUUID();
        FhirHttp app = ward.app(patient);

        AuditEvent ofAnother =
                auditor.ask(app, "GET", "/Patient/" + another, null).only(403);
        AuditEvent ofNobody =
                auditor.ask(app, "GET", "/Patient/" + nobody, null).only(403);

        assertRefused(ofAnother, 403);
        assertThat(Auditor.profile(ofAnother)).isEqualTo("Read");
        assertThat(Auditor.data(ofAnother)).containsExactly("Patient/" + another);
        assertThat(ofAnother.getAgent().get(2).getWho().getIdentifier().getValue())
                .isEqualTo("Patient/" + patient);
        assertThat(Auditor.shape(ofAnother, another)).isEqualTo(Auditor.shape(ofNobody, nobody));
    }

    @Test
    void every_verb_that_is_denied() {
        String patient = ward.admit();
        String another = ward.admit();
        String note = ward.note(another, "calm");
        FhirHttp app = ward.app(patient);
        String path = "/Observation/" + note;
        String body = Ward.observation(note, another, "other");

        for (Audited denied : List.of(
                auditor.ask(app, "GET", path, null),
                auditor.ask(app, "GET", path + "/_history/1", null),
                auditor.ask(app, "PUT", path, body),
                auditor.ask(app, "PATCH", path, "{\"resourceType\": \"Parameters\"}"),
                auditor.ask(app, "DELETE", path, null),
                auditor.ask(app, "POST", "/Observation", body),
                auditor.ask(app, "GET", "/Patient/" + another + "/$homework-adherence", null),
                auditor.ask(app, "GET", "/Patient/" + patient + "/$everything", null))) {
            assertRefused(denied.only(403), 403);
        }
    }

    @Test
    void without_a_token_or_with_a_bad_one_an_address_and_nothing_of_the_token() {
        String patient = ward.admit();
        String bad = TestIssuer.TRUSTED.token(ehr.base()).signedBy(new TestIssuer());

        for (String token : new String[] {null, bad}) {
            AuditEvent event = auditor.ask(ehr.as(token), "GET", "/Patient/" + patient + "?access_token=t-secret", null)
                    .only(401);
            assertRefused(event, 401);
            assertThat(event.getAgentFirstRep().getNetwork().getAddress()).isEqualTo("127.0.0.1");
            assertThat(event.getAgentFirstRep().getWho().hasIdentifier()).isFalse();
            assertThat(Auditor.shape(event, "") + Auditor.query(event)).doesNotContain(bad, "t-secret");
        }
    }

    @Test
    void whatever_cannot_be_taken() {
        String patient = ward.admit();
        String id = "o-" + UUID.randomUUID();

        assertRefused(auditor.ask(ehr, "PUT", "/Observation/" + id, "{\"resour").only(400), 400);
        assertRefused(
                auditor.ask(ehr, "PUT", "/Observation/" + id, Ward.observation("another", patient, "a"))
                        .only(400),
                400);
        assertRefused(auditor.ask(ehr, "GET", "/Patient/absent", null).only(404), 404);
    }

    @Test
    void strangers_cannot_fill_the_trail() {
        FhirHttp stranger = ehr.as(null);
        List<Integer> events = new ArrayList<>();
        for (int number = 0; number < TOLD_EACH + 5; number++) {
            events.add(auditor.ask(stranger, "GET", "/Patient/p", null).events().size());
        }
        assertThat(events.stream().mapToInt(Integer::intValue).sum())
                .as("each, and that the rest is counted")
                .isEqualTo(TOLD_EACH + 1);

        later();

        Audited first = auditor.ask(stranger, "GET", "/Patient/p", null);
        assertThat(first.events())
                .extracting(AuditEvent::getOutcomeDesc)
                .containsExactlyInAnyOrder(
                        "Refused with status 401",
                        "Refused 5 more requests from this address that were not told one by one");
    }

    @Test
    void what_cannot_be_told_is_not_answered() {
        String patient = ward.admit();
        FhirHttp app = ward.app(patient);
        Object broken = new Unwritable();
        storage.registerInterceptor(broken);
        try {
            for (Reply reply : List.of(
                    app.get("/Patient/" + patient),
                    ehr.delete("/Observation/absent"),
                    app.get("/Patient/another"),
                    ehr.as(null).get("/Patient/" + patient))) {
                assertThat(reply.status()).as(reply.body()).isEqualTo(503);
                assertThat(reply.body()).contains("cannot be audited").doesNotContain("broken for a test");
                assertThat(reply.headers().firstValue("Retry-After")).isPresent();
            }
        } finally {
            storage.unregisterInterceptor(broken);
        }
        assertThat(app.get("/Patient/" + patient).status()).isEqualTo(200);
    }

    /** A storage that takes no event. */
    @Interceptor
    public static final class Unwritable {

        @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
        public void creating(IBaseResource resource) {
            if (resource instanceof AuditEvent) {
                throw new IllegalStateException("broken for a test");
            }
        }
    }
}
