package org.cbthomework.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cbthomework.demo.harness.EhrOnH2;
import org.cbthomework.demo.harness.FhirHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@EhrOnH2
class ReadmeTourTest {

    @TempDir
    Path scratch;

    @Autowired
    FhirHttp ehr;

    @Test
    void the_tour_of_the_readme_prints_what_it_says() throws Exception {
        ReadmeTour tour = ReadmeTour.of(Path.of("../../README.md"));

        List<String> printed = tour.run(ehr.base().replace("/fhir", ""), scratch);

        assertThat(tour.steps()).hasSizeGreaterThan(5);
        assertThat(printed)
                .containsExactlyElementsOf(
                        tour.steps().stream().map(ReadmeTour.Step::printed).toList());
    }
}
