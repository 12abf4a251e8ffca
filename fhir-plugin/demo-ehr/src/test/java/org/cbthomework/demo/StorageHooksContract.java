package org.cbthomework.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.Fixture;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What HAPI's storage hooks promise, on which everything derived from a response rests. */
abstract class StorageHooksContract {

    private final String mrn = UUID.randomUUID().toString();
    private final StorageHook hook = new StorageHook();

    @Autowired
    FhirHttp ehr;

    @Autowired
    IInterceptorService interceptors;

    @Autowired
    DaoRegistry daos;

    @Autowired
    JdbcTemplate sql;

    @BeforeEach
    void listen() {
        sql.execute("create table if not exists hook_row (id varchar(64) primary key)");
        interceptors.registerInterceptor(hook);
    }

    @AfterEach
    void stopListening() {
        interceptors.unregisterInterceptor(hook);
    }

    @Test
    void a_create_fires_prestorage_and_then_precommit_once_each() {
        createResponse();

        assertThat(hook.fired("QuestionnaireResponse"))
                .containsExactly(
                        Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED);
    }

    @Test
    void each_entry_of_a_transaction_fires_prestorage_and_then_precommit_once_each() {
        assertThat(transaction().status()).isEqualTo(200);

        for (String type : List.of("Patient", "QuestionnaireResponse")) {
            assertThat(hook.fired(type))
                    .containsExactly(
                            Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED);
        }
    }

    @Test
    void references_in_a_transaction_are_resolved_at_precommit() {
        List<String> subjects = new ArrayList<>();
        hook.atPrecommit(QuestionnaireResponse.class, response -> subjects.add(subjectOf(response)));

        IdType patient = locations(transaction()).get(1);

        assertThat(subjects).containsExactly("Patient/" + patient.getIdPart());
    }

    @ParameterizedTest
    @ValueSource(strings = {"response-before-patient", "patient-before-response"})
    void references_in_a_transaction_are_still_placeholders_at_prestorage(String bundle) {
        List<String> subjects = new ArrayList<>();
        hook.atPrestorage(QuestionnaireResponse.class, response -> subjects.add(subjectOf(response)));

        assertThat(transaction(bundle).status()).isEqualTo(200);

        assertThat(subjects).singleElement().asString().startsWith("urn:uuid:");
    }

    @Test
    void id_version_and_update_time_are_known_at_precommit() {
        List<QuestionnaireResponse> seen = new ArrayList<>();
        hook.atPrecommit(QuestionnaireResponse.class, response -> seen.add(response.copy()));

        QuestionnaireResponse stored = createResponse().as(QuestionnaireResponse.class);

        assertThat(seen).singleElement().satisfies(response -> {
            assertThat(response.getIdElement().getIdPart())
                    .isEqualTo(stored.getIdElement().getIdPart());
            assertThat(response.getMeta().getVersionId()).isEqualTo("1");
            assertThat(response.getMeta().getLastUpdated())
                    .isEqualTo(stored.getMeta().getLastUpdated());
        });
    }

    @Test
    void an_update_without_change_fires_prestorage_only() {
        QuestionnaireResponse stored = createResponse().as(QuestionnaireResponse.class);
        hook.forget();

        String id = stored.getIdElement().getIdPart();
        Reply reply = ehr.put(
                "/QuestionnaireResponse/" + id,
                ehr.get("/QuestionnaireResponse/" + id).body());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(hook.fired("QuestionnaireResponse")).containsExactly(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED);
    }

    @Test
    void a_row_written_at_precommit_is_kept_when_the_transaction_commits() {
        writeARowAtPrecommit();

        assertThat(transaction().status()).isEqualTo(200);

        assertThat(rows()).isOne();
    }

    @Test
    void a_row_written_at_precommit_goes_with_a_transaction_that_fails_afterwards() {
        writeARowAtPrecommit();
        List<Integer> rowsInside = new ArrayList<>();
        // The response comes first in the bundle, the patient second.
        hook.atPrecommit(Patient.class, patient -> {
            rowsInside.add(rows());
            throw new UnprocessableEntityException("refused by the test");
        });

        Reply reply = transaction();

        assertThat(rowsInside).as("the row was there before the failure").containsExactly(1);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(rows()).isZero();
        assertThat(patients()).isZero();
    }

    @Test
    void a_row_written_at_precommit_goes_with_a_create_that_fails_afterwards() {
        hook.atPrecommit(Patient.class, patient -> {
            insertRow();
            throw new UnprocessableEntityException("refused by the test");
        });

        assertThat(createPatient().status()).isEqualTo(422);

        assertThat(rows()).isZero();
        assertThat(patients()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"STORAGE_PRESTORAGE_RESOURCE_CREATED", "STORAGE_PRECOMMIT_RESOURCE_CREATED"})
    void a_refusal_by_a_hook_is_a_422_and_nothing_is_stored(Pointcut at) {
        hook.at(at, Patient.class, patient -> {
            throw new UnprocessableEntityException("refused by the test");
        });

        Reply reply = createPatient();

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("refused by the test");
        assertThat(patients()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"STORAGE_PRESTORAGE_RESOURCE_CREATED", "STORAGE_PRECOMMIT_RESOURCE_CREATED"})
    void a_refusal_of_one_entry_is_a_422_and_nothing_of_the_transaction_is_stored(Pointcut at) {
        hook.at(at, QuestionnaireResponse.class, response -> {
            throw new UnprocessableEntityException("refused by the test");
        });

        Reply reply = transaction();

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("refused by the test");
        assertThat(patients()).isZero();
    }

    @Test
    void a_resource_of_the_same_transaction_can_be_read_at_precommit() {
        List<String> mrns = new ArrayList<>();
        hook.atPrecommit(QuestionnaireResponse.class, response -> {
            Patient patient = daos.getResourceDao(Patient.class)
                    .read(new IdType(subjectOf(response)), new SystemRequestDetails());
            mrns.add(patient.getIdentifierFirstRep().getValue());
        });

        assertThat(transaction().status()).isEqualTo(200);

        assertThat(mrns).containsExactly(mrn);
    }

    private void writeARowAtPrecommit() {
        hook.atPrecommit(QuestionnaireResponse.class, response -> insertRow());
    }

    private void insertRow() {
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isTrue();
        sql.update("insert into hook_row (id) values (?)", mrn);
    }

    private int rows() {
        return sql.queryForList("select id from hook_row where id = ?", mrn).size();
    }

    private int patients() {
        return ehr.get("/Patient?identifier=https://example.org/mrn%7C" + mrn)
                .as(Bundle.class)
                .getEntry()
                .size();
    }

    private Reply transaction() {
        return transaction("response-before-patient");
    }

    private Reply transaction(String bundle) {
        return ehr.post(
                "/",
                Fixture.of(StorageHooksContract.class, bundle).with("mrn", mrn).json());
    }

    private Reply createPatient() {
        return ehr.post(
                "/Patient",
                Fixture.of(StorageHooksContract.class, "patient")
                        .with("mrn", mrn)
                        .with("gender", "female")
                        .json());
    }

    private Reply createResponse() {
        return ehr.post(
                "/QuestionnaireResponse",
                Fixture.of(StorageHooksContract.class, "response")
                        .with("subject", "Patient/" + createPatient().id())
                        .json());
    }

    private static List<IdType> locations(Reply transaction) {
        return transaction.as(Bundle.class).getEntry().stream()
                .map(entry -> new IdType(entry.getResponse().getLocation()))
                .toList();
    }

    private static String subjectOf(QuestionnaireResponse response) {
        return response.getSubject().getReference();
    }
}
