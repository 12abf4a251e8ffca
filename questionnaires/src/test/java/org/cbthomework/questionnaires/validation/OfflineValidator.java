package org.cbthomework.questionnaires.validation;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cbthomework.questionnaires.Forms;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;

/** HAPI's validator with the R4 definitions, the library and the forms; one in a JVM, because it warms up for seconds. */
final class OfflineValidator {

    private static final FhirValidator VALIDATOR = ParsedLibrary.R4
            .newValidator()
            .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                    new DefaultProfileValidationSupport(ParsedLibrary.R4),
                    new LibrarySupport(Forms.all()),
                    new CommonCodeSystemsTerminologyService(ParsedLibrary.R4),
                    new InMemoryTerminologyServerValidationSupport(ParsedLibrary.R4))));

    private static final Map<String, List<SingleValidationMessage>> SEEN = new ConcurrentHashMap<>();

    private OfflineValidator() {}

    static List<SingleValidationMessage> validate(String json) {
        return SEEN.computeIfAbsent(
                json,
                unseen -> VALIDATOR
                        .validateWithResult(ExtensionContexts.offline(unseen))
                        .getMessages());
    }

    static List<SingleValidationMessage> validate(Resource resource) {
        return validate(ParsedLibrary.R4.newJsonParser().encodeResourceToString(resource));
    }
}
