package org.cbthomework.demo.reliability;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.homework.Case;

/**
 * A diary for each evening of 2 to 8 March 2026.
 *
 * @param patient the id of the patient
 * @param order the id of the ServiceRequest
 */
record Diary(String patient, String order) {

    /** Admits patients and assigns to each as many diaries. */
    static List<Diary> assigned(FhirHttp ehr, int patients, int each) {
        Case.stored(ehr.put("/Practitioner/clinician", Case.fixture("clinician").json()));
        return IntStream.range(0, patients)
                .mapToObj(number -> "p-" + UUID.randomUUID())
                .flatMap(patient -> admitted(ehr, patient, each))
                .toList();
    }

    private static Stream<Diary> admitted(FhirHttp ehr, String patient, int diaries) {
        Case.stored(ehr.put(
                "/Patient/" + patient,
                Case.fixture("patient")
                        .with("id", patient)
                        .with("zone", "Europe/Berlin")
                        .json()));
        return IntStream.range(0, diaries).mapToObj(number -> {
            Diary diary = new Diary(patient, "a" + number + "-" + patient.substring(2));
            Case.stored(ehr.put(
                    "/ServiceRequest/" + diary.order,
                    Case.fixture("assignment")
                            .with("id", diary.order)
                            .with("patient", patient)
                            .json()));
            return diary;
        });
    }
}
