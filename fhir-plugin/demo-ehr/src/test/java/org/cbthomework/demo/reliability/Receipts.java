package org.cbthomework.demo.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** A ledger outside the server: what clients were told about each response that they sent, by its id. */
final class Receipts {

    private static final int PAGE = 500;

    private final Map<String, Receipt> byId = new ConcurrentHashMap<>();

    /** Notes, before it is sent, what a response shall be; empty for its deletion. */
    void sending(String id, String patient, Optional<Entry> next) {
        byId.put(id, byId.getOrDefault(id, Receipt.none(patient)).sending(next));
    }

    /** Notes that the server has acknowledged it. */
    void acknowledged(String id, Optional<Entry> now) {
        byId.computeIfPresent(id, (same, receipt) -> receipt.settled(now));
    }

    int size() {
        return byId.size();
    }

    /** What is there of an assignment, as far as was acknowledged or found. */
    List<Entry> to(Diary diary) {
        return byId.values().stream()
                .flatMap(receipt -> receipt.acknowledged().stream())
                .filter(entry -> entry.order().equals(diary.order()))
                .toList();
    }

    /** Asserts that a server has all that it acknowledged of a patient, intact; what was in flight is settled as found. */
    void hold(FhirHttp ehr, String patient) {
        Map<String, Entry> found = found(ehr, patient);
        byId.forEach((id, receipt) -> {
            if (receipt.patient().equals(patient)) {
                Optional<Entry> now = Optional.ofNullable(found.remove(id));
                assertThat(receipt.allows(now))
                        .as("QuestionnaireResponse/%s is %s; the client knows %s", id, now, receipt)
                        .isTrue();
                byId.put(id, receipt.settled(now));
            }
        });
        assertThat(found).as("responses that nobody sent").isEmpty();
    }

    private static Map<String, Entry> found(FhirHttp ehr, String patient) {
        Reply reply = ehr.getFresh("/QuestionnaireResponse?_count=" + PAGE + "&subject=Patient/" + patient);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        Bundle page = reply.as(Bundle.class);
        assertThat(page.getLink("next")).as("a second page").isNull();
        Map<String, Entry> found = new HashMap<>();
        page.getEntry().forEach(each -> {
            QuestionnaireResponse response = (QuestionnaireResponse) each.getResource();
            found.put(response.getIdElement().getIdPart(), Entry.of(response));
        });
        return found;
    }
}
