package org.cbthomework.plugin.worksheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;

/** Answers made up from a seed. */
record RandomAnswers(Random random) {

    /** A value of any type that an answer may have. */
    Type any() {
        List<Supplier<Type>> made = List.of(
                () -> new BooleanType(random.nextBoolean()),
                () -> new IntegerType(random.nextInt(12)),
                () -> new DecimalType(BigDecimal.valueOf(random.nextInt(100), 1)),
                () -> new StringType("quite tense"),
                () -> new DateType("2026-07-0" + (1 + random.nextInt(9))),
                () -> new DateTimeType("2026-07-01T10:00:00+02:00"),
                () -> new TimeType("10:00:00"),
                () -> new UriType("https://example.org/b"),
                () -> new Reference("Patient/p2"),
                () -> new Quantity().setValue(4).setUnit("km"),
                () -> new Coding("https://w3id.org/cbt-homework/fhir/CodeSystem/answer", "not-yet", null),
                () -> new Attachment().setContentType("image/png").setData(new byte[] {1, 2, 3}));
        return made.get(random.nextInt(made.size())).get();
    }

    /** A value that the question takes, but for its range and length. */
    Type fitting(QuestionnaireItemComponent question) {
        if (question.hasAnswerOption()) {
            return question.getAnswerOption()
                    .get(random.nextInt(question.getAnswerOption().size()))
                    .getValue()
                    .copy();
        }
        return switch (question.getType()) {
            case BOOLEAN -> new BooleanType(random.nextBoolean());
            case INTEGER -> new IntegerType(random.nextInt(11));
            case DECIMAL -> new DecimalType(BigDecimal.valueOf(5 + random.nextInt(90), 1));
            case DATE -> new DateType("2026-0" + (1 + random.nextInt(9)) + "-01");
            case DATETIME -> new DateTimeType("2026-07-01T10:00:00Z");
            case TIME -> new TimeType("22:15:00");
            case URL -> new UriType("https://example.org/c");
            case REFERENCE -> new Reference("Patient/p3");
            case QUANTITY -> new Quantity().setValue(random.nextInt(9)).setUnit("km");
            case ATTACHMENT ->
                new Attachment()
                        .setContentType(random.nextBoolean() ? "image/png" : "audio/ogg")
                        .setData(new byte[] {4, 5, 6});
            case CHOICE, OPENCHOICE ->
                new Coding("https://w3id.org/cbt-homework/fhir/CodeSystem/answer", "found", null);
            default -> new StringType("made it up");
        };
    }
}
