package org.cbthomework.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.cbthomework.launch.ehr.Ehrs;
import org.cbthomework.launch.grants.GrantingLaunches;
import org.cbthomework.launch.grants.StubId;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.launches.Grant;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.launches.LaunchContext;
import org.cbthomework.launch.launches.LaunchId;
import org.cbthomework.launch.launches.Scopes;
import org.cbthomework.practice.Ports;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The demo EHR twice: one is the EHR, the other keeps the homework and knows nobody of it but through the app. Both have a
 * patient demo-steady, who are not the same.
 */
@Tag("server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SidecarTest {

    private static final String FHIR = "https://w3id.org/cbt-homework/fhir/";
    private static final String DIARY = FHIR + "Questionnaire/daily-anxiety-reflection|1.0.0";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String ANSWERS = """
            {"resourceType":"QuestionnaireResponse","status":"completed","item":[
              {"linkId":"anxiety-average","answer":[{"valueInteger":2}]},
              {"linkId":"anxiety-peak","answer":[{"valueInteger":4}]}]}""";

    private final int port = Ports.free();
    private final String address = "http://localhost:" + port;
    private final DemoEhrProcess ehr;
    private final DemoEhrProcess server;
    private final RunningApp app;

    SidecarTest() {
        int ofEhr = Ports.free();
        String trust = "--cbt-homework.access.issuers[1].";
        CompletableFuture<DemoEhrProcess> first =
                CompletableFuture.supplyAsync(() -> DemoEhrProcess.start(folder(), ofEhr, address));
        server = DemoEhrProcess.start(
                folder(),
                Ports.free(),
                address,
                trust + "issuer=" + address,
                trust + "jwks=" + address + "/jwks.json",
                trust + "speaks-for=http://localhost:" + ofEhr + "/fhir");
        ehr = first.join();
        app = RunningApp.plain(
                port,
                folder(),
                "--cbt-homework.demo-ehr=" + ehr.base(),
                "--cbt-homework.demo-homework=" + server.base() + "/fhir");
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("cbt-homework-sidecar");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void stop() {
        app.stop();
        ehr.stop();
        server.stop();
    }

    private Browser signedIn(String login) {
        Browser browser = app.browser();
        String token = browser.get(ehr.base() + "/login").hidden("_csrf");
        browser.post(ehr.base() + "/login", Map.of("username", login, "password", "demo", "_csrf", token));
        return browser;
    }

    private String launch(Browser browser, String page, String patient) {
        String token = browser.get(ehr.base() + page).hidden("_csrf");
        Page sent = browser.post(ehr.base() + "/charts/" + patient + "/homework", Map.of("_csrf", token));
        Page asking = browser.get(sent.location());
        Page answered = browser.get(asking.location());
        return browser.get(answered.location()).location();
    }

    @Test
    void a_clinician_assigns_and_a_patient_answers_on_a_server_that_the_ehr_does_not_know() {
        Browser clinician = signedIn("demo-clinician-one");
        String chart = launch(clinician, "/charts", "demo-steady");
        Page before = clinician.get(chart);
        assertThat(before.status()).as(before.body()).isEqualTo(200);
        assertThat(before.body()).contains("Demo Steady").doesNotContain("Daily anxiety reflection");
        assertThat(clinician.get(chart + "api/context").json().at("/may/assign").asBoolean())
                .isTrue();

        ServiceRequest assigned = app.part(HomeworkStores.class)
                .of(launched("demo-steady", "Practitioner/demo-clinician-one"))
                .keep(diary());
        assertThat(assigned.getSubject().getReference()).isEqualTo("Patient/demo-steady");

        Browser patient = signedIn("demo-steady");
        String home = launch(patient, "/my-homework", "demo-steady");
        Page today = published(patient, home + "api/today");
        assertThat(today.json().path("zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(today.json().path("due").size()).as(today.body()).isEqualTo(1);
        assertThat(today.json().at("/due/0/title").asString()).isEqualTo("A look back at your day");
        String worksheet =
                home + "api/worksheet/" + today.json().at("/due/0/task").asString();
        Page kept = patient.sendJson(
                "PUT",
                worksheet,
                ANSWERS,
                "X-CSRF-TOKEN",
                patient.get(home).hidden("_csrf"),
                "Sec-Fetch-Site",
                "same-origin");
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(patient.get(worksheet).json().path("isHandedIn").asBoolean()).isTrue();

        assertThat(words(clinician.get(chart))).contains("Daily anxiety reflection", "done 1 of 1");
        assertThat(app.log()).doesNotContain("Demo Steady", "demo-steady", "anxiety-peak", "eyJ");
    }

    @Test
    void homework_of_a_namesake_is_opened_by_no_grant_and_a_grant_opens_nothing_elsewhere() {
        Launch other = launched("demo-new", "Patient/demo-new");
        Launch namesake = launched("demo-several", "Patient/demo-several");
        String grant = grant(namesake);
        Browser thief = app.browser();
        String stub = StubId.of(ehr.base() + "/fhir/Patient/demo-several");

        assertThat(status(thief, server.base() + "/fhir/Patient/" + stub, grant))
                .isEqualTo(200);
        assertThat(status(thief, server.base() + "/fhir/Patient/demo-several", grant))
                .isEqualTo(403);
        assertThat(status(thief, server.base() + "/fhir/Task?patient=demo-several", grant))
                .isEqualTo(403);
        assertThat(thief.get(server.base() + "/fhir/Task", "Authorization", "Bearer " + grant)
                        .body())
                .contains("\"Bundle\"")
                .doesNotContain("\"entry\"");
        assertThat(status(thief, ehr.base() + "/fhir/Patient/demo-several", grant))
                .isEqualTo(401);
        assertThat(status(thief, server.base() + "/fhir/Patient/" + stub, grant(other)))
                .isEqualTo(403);
    }

    private static int status(Browser browser, String address, String token) {
        return browser.get(address, "Authorization", "Bearer " + token).status();
    }

    private String grant(Launch launch) {
        return app.part(GrantingLaunches.class)
                .of(
                        launch,
                        app.part(Ehrs.class).of(launch.issuer()).orElseThrow(),
                        server.base() + "/fhir",
                        Optional::empty)
                .token();
    }

    /** A launch as the EHR would have granted it, with a token that opens nothing at the EHR. */
    private Launch launched(String patient, String user) {
        Instant ends = Instant.now(Clock.systemUTC()).plusSeconds(600);
        return new Launch(
                LaunchId.next(),
                ehr.base() + "/fhir",
                URI.create(ehr.base() + "/oauth2/token"),
                null,
                new LaunchContext(patient, null, user, null, null, null, false, List.of()),
                new Grant(
                        Scopes.of("user/Patient.rs user/ServiceRequest.crus user/CarePlan.crus user/Task.rs"
                                + " user/Questionnaire.rs"),
                        "nothing",
                        ends,
                        null),
                ends);
    }

    private static ServiceRequest diary() {
        ServiceRequest order = new ServiceRequest()
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.ORDER)
                .setCode(new CodeableConcept(new Coding(FHIR + "CodeSystem/homework", "homework", null)))
                .setSubject(new Reference("Patient/demo-steady"))
                .setRequester(new Reference("Practitioner/demo-clinician-one"))
                .setOccurrence(new Timing()
                        .setRepeat(new TimingRepeatComponent()
                                .setBounds(new Period()
                                        .setStartElement(new DateTimeType(
                                                LocalDate.now(BERLIN).toString())))
                                .setFrequency(1)
                                .setPeriod(1)
                                .setPeriodUnit(UnitsOfTime.D)));
        order.addExtension(new Extension(FHIR + "StructureDefinition/worksheet", new CanonicalType(DIARY)));
        return order;
    }

    /** The server publishes occasions moments after it has stored them. */
    private static Page published(Browser browser, String address) {
        Page today = browser.get(address);
        for (int tries = 0; today.json().path("due").isEmpty() && tries < 60; tries++) {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            today = browser.get(address);
        }
        return today;
    }

    private static String words(Page page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
