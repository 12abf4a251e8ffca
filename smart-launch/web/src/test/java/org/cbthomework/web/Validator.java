package org.cbthomework.web;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.cbthomework.questionnaires.validation.LibrarySupport;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Questionnaire;

/** HAPI's validator with all worksheets; one in a JVM, because it warms up for seconds. */
final class Validator {

    /** What it says of right responses, each with the reason. */
    enum Known {
        /** It refuses as many answers as are allowed: it is off by one, and the server's own check is not. */
        AS_MANY_AS_ALLOWED("QUESTIONNAIRE_QR_ITEM_MAX_OCCURS", ".* is (\\d+) but this has \\1 answers.*"),

        /** Of too few answers some are missing, which a draft may be; it forgives a draft only that none is there. */
        FEWER_THAN_WANTED("QUESTIONNAIRE_QR_ITEM_MIN_OCCURS", ".*"),

        /** It does not look into a set of answers that the worksheet contains; the server's own check does. */
        CONTAINED_SET("Questionnaire_QR_Item_BadOption", ".*\\(ValueSet\\[null]\\).*"),

        /** It finds no date among options that are dates. */
        DATE_OPTION("Questionnaire_QR_Item_NoDate", ".*not in the set of permitted values.*");

        private final String messageId;
        private final Pattern message;

        Known(String messageId, String message) {
            this.messageId = messageId;
            this.message = Pattern.compile(message, Pattern.DOTALL);
        }

        boolean covers(SingleValidationMessage found) {
            return messageId.equals(found.getMessageId())
                    && message.matcher(found.getMessage()).matches();
        }
    }

    private static final FhirValidator HAPI = ParsedLibrary.R4
            .newValidator()
            .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                    new DefaultProfileValidationSupport(ParsedLibrary.R4),
                    new LibrarySupport(Worksheets.fixtures()
                            .map(form -> (Questionnaire) ParsedLibrary.parse(form.toString()))
                            .toList()),
                    new CommonCodeSystemsTerminologyService(ParsedLibrary.R4),
                    new InMemoryTerminologyServerValidationSupport(ParsedLibrary.R4))));

    private Validator() {}

    /** The errors it finds, known faults of its own set aside. */
    static List<String> errors(String json) {
        return HAPI.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .filter(message -> Stream.of(Known.values()).noneMatch(known -> known.covers(message)))
                .map(message -> "[%s] %s at %s"
                        .formatted(message.getMessageId(), message.getMessage(), message.getLocationString()))
                .toList();
    }
}
