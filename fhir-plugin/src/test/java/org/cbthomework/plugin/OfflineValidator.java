package org.cbthomework.plugin;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import java.util.List;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.cbthomework.questionnaires.validation.LibrarySupport;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.MetadataResource;

/** HAPI's validator with the R4 definitions, the library and what a test adds; it warms up for seconds, so keep it. */
public final class OfflineValidator {

    private OfflineValidator() {}

    public static FhirValidator knowing(List<? extends MetadataResource> others) {
        return ParsedLibrary.R4
                .newValidator()
                .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                        new DefaultProfileValidationSupport(ParsedLibrary.R4),
                        new LibrarySupport(others),
                        new CommonCodeSystemsTerminologyService(ParsedLibrary.R4),
                        new InMemoryTerminologyServerValidationSupport(ParsedLibrary.R4))));
    }
}
