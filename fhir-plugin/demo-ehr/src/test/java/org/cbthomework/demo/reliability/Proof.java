package org.cbthomework.demo.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cbthomework.demo.harness.Eventually;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.homework.Counts;
import org.cbthomework.demo.homework.Published;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;

/** Holds a server against what its clients were told. */
record Proof(FhirHttp ehr, Receipts receipts) {

    private static final String CHECK = """
            {"resourceType": "Parameters", "parameter": [{"name": "check", "valueBoolean": true}]}
            """;

    /** Nothing acknowledged is lost, all of it counts and nothing else, and what is published comes to say the same. */
    void of(List<Diary> diaries) {
        stored(diaries);
        diaries.forEach(this::counts);
        Eventually.holds(() -> patients(diaries).forEach(patient -> new Published(ehr, patient).agrees()));
        rebuilt();
    }

    /** Nothing acknowledged is lost. */
    void stored(List<Diary> diaries) {
        patients(diaries).forEach(patient -> receipts.hold(ehr, patient));
    }

    /** The ledger of the server is what its resources make it. */
    private void rebuilt() {
        Reply reply = ehr.post("/$homework-rebuild", CHECK);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        Parameters told = reply.as(Parameters.class);
        assertThat(((IntegerType) told.getParameter("differences").getValue()).getValue())
                .as(reply.body())
                .isZero();
    }

    /** Each evening that has a response is done once; whatever else was handed in for it is extra. */
    private void counts(Diary diary) {
        List<Entry> entries = receipts.to(diary);
        int evenings = (int) entries.stream().map(Entry::day).distinct().count();
        Counts counts = Counts.only(ehr.getFresh("/ServiceRequest/" + diary.order() + "/$homework-adherence")
                .as(Bundle.class));
        assertThat(counts.done())
                .as("done of due of %s, with %s", diary, entries)
                .isEqualTo(evenings + " of 7");
        assertThat(counts.of("on-time")).as("on time, of %s", diary).isEqualTo(evenings);
        assertThat(counts.of("extra")).as("extra, of %s", diary).isEqualTo(entries.size() - evenings);
    }

    private static List<String> patients(List<Diary> diaries) {
        return diaries.stream().map(Diary::patient).distinct().toList();
    }
}
