package org.cbthomework.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.TestIssuer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@Tag("server")
@ExtendWith(OutputCaptureExtension.class)
class DemoPatientsStartTest {

    @TempDir
    Path data;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void a_start_has_the_demo_patients_soon_after_it_is_ready(CapturedOutput output) throws InterruptedException {
        try (ConfigurableApplicationContext server = SpringApplication.run(
                DemoEhr.class,
                TestIssuer.TRUSTED.arguments(
                        "--server.port=0",
                        "--cbt-homework.data=" + data,
                        "--cbt-homework.demo.clock=2026-11-23T10:00:00Z"))) {
            assertThat(output).contains("is ready");
            while (!output.getOut().contains("Demo patients loaded")) {
                Thread.sleep(200);
            }

            assertThat(output).contains("Demo patients loaded: 14 patients, 19 assignments");
            String port = server.getEnvironment().getRequiredProperty("local.server.port");
            FhirHttp ehr = new FhirHttp("http://localhost:" + port + "/fhir", server.getBean(FhirContext.class));
            assertThat(ehr.get("/Patient/demo-never/$homework-adherence").body())
                    .as("asked at the fixed time")
                    .contains("0% (0 of 86)");
        }
    }

    @Test
    void the_clock_may_be_fixed_at_a_moment() {
        assertThat(new DemoEhr().clock("2026-11-23T10:00:00Z").instant())
                .isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
    }

    @Test
    void a_clock_that_is_no_moment_is_refused_with_the_remedy() {
        assertThatThrownBy(() -> new DemoEhr().clock("yesterday"))
                .hasMessageContaining("cbt-homework.demo.clock is 'yesterday'")
                .hasMessageContaining("2026-11-23T10:00:00Z");
    }
}
