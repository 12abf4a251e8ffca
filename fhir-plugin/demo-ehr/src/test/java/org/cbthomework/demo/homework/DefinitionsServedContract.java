package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the server says of itself leads to our own definitions. */
abstract class DefinitionsServedContract {

    private static final String OURS = "https://w3id.org/cbt-homework/fhir/OperationDefinition/homework-adherence";

    @Autowired
    FhirHttp ehr;

    @Test
    void our_operation_is_read_as_we_define_it() {
        OperationDefinition read =
                ehr.get("/OperationDefinition/homework-adherence").as(OperationDefinition.class);

        assertThat(read.getUrl()).isEqualTo(OURS);
        assertThat(read.getParameter())
                .extracting(parameter -> parameter.getName())
                .contains("start", "end", "asOf", "occasions", "weeks", "aggregate", "return");
    }

    @Test
    void our_operation_is_found_by_its_canonical() {
        Bundle found = ehr.getFresh("/OperationDefinition?url=" + OURS).as(Bundle.class);

        assertThat(found.getEntry())
                .extracting(entry -> entry.getResource().getIdElement().getIdPart())
                .containsExactly("homework-adherence");
    }

    @Test
    void the_definitions_that_hapi_generates_are_left_alone() {
        CapabilityStatement capabilities = ehr.getFresh("/metadata").as(CapabilityStatement.class);
        CapabilityStatementRestResourceOperationComponent generated =
                capabilities.getRestFirstRep().getResource().stream()
                        .flatMap(resource -> resource.getOperation().stream())
                        .filter(operation -> operation.getDefinition().startsWith(ehr.base()))
                        .findFirst()
                        .orElseThrow();
        Reply none = ehr.get("/OperationDefinition/no-such-operation");

        assertThat(ehr.get(generated.getDefinition().substring(ehr.base().length()))
                        .as(OperationDefinition.class)
                        .getCode())
                .isEqualTo(generated.getName());
        assertThat(none.status()).isEqualTo(404);
    }

    @Test
    void the_capability_statement_names_our_operation_and_search_parameters() {
        CapabilityStatement capabilities = ehr.getFresh("/metadata").as(CapabilityStatement.class);

        assertThat(resource(capabilities, "ServiceRequest").getOperation())
                .extracting(operation -> operation.getDefinition())
                .contains(OURS);
        assertThat(resource(capabilities, "Task").getSearchParam())
                .extracting(parameter -> parameter.getName())
                .contains("due", "output");
        assertThat(resource(capabilities, "QuestionnaireResponse").getSearchParam())
                .extracting(parameter -> parameter.getName())
                .contains("occasion", "occasion-identifier");
    }

    private static CapabilityStatementRestResourceComponent resource(CapabilityStatement capabilities, String type) {
        return capabilities.getRestFirstRep().getResource().stream()
                .filter(resource -> resource.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
