package org.cbthomework.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.Fixture;
import org.cbthomework.demo.harness.TestIssuer;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

@Tag("server")
@Tag("smoke")
class RestartTest {

    @TempDir
    Path data;

    @Test
    void a_restart_keeps_everything() {
        String id;
        try (ConfigurableApplicationContext first = start()) {
            id = http(first).post("/Patient", patient()).id();
        }

        try (ConfigurableApplicationContext second = start()) {
            Patient kept = http(second).get("/Patient/" + id).as(Patient.class);
            assertThat(kept.getIdentifierFirstRep().getValue()).isEqualTo("kept");
            assertThat(http(second).post("/Patient", patient()).status()).isEqualTo(201);
        }
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                DemoEhr.class,
                TestIssuer.TRUSTED.arguments(
                        "--server.port=0", "--cbt-homework.data=" + data, "--cbt-homework.demo.patients=false"));
    }

    private static FhirHttp http(ConfigurableApplicationContext ehr) {
        String port = ehr.getEnvironment().getRequiredProperty("local.server.port");
        return new FhirHttp("http://localhost:" + port + "/fhir", ehr.getBean(FhirContext.class));
    }

    private static String patient() {
        return Fixture.of(RestartTest.class, "patient")
                .with("mrn", "kept")
                .with("gender", "female")
                .json();
    }
}
