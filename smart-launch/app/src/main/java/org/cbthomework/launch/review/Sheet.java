package org.cbthomework.launch.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cbthomework.launch.homework.Spoken;
import org.cbthomework.launch.review.Reading.Cell;
import org.cbthomework.launch.review.Reading.Row;
import org.cbthomework.launch.review.Reading.Said;
import org.cbthomework.launch.review.Reading.Said.Kind;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Lays responses beside the questions of their worksheet. Nothing is calculated here: scores are told as they are stored. */
final class Sheet {

    private static final String CALCULATED =
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
    private static final String CONTROL = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
    private static final String HIDDEN = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";

    private final Locale reader;
    private final List<List<Attachment>> attachments;
    private final List<Row> rows = new ArrayList<>();

    /** Where a walk through the worksheet stands in one response: the items around, the nearest first. */
    private record At(List<List<QuestionnaireResponseItemComponent>> scopes) {

        List<QuestionnaireResponseItemComponent> items(String linkId) {
            return Answers.of(linkId, scopes.get(0));
        }

        At in(List<QuestionnaireResponseItemComponent> items) {
            return new At(Stream.concat(Stream.of(items), scopes.stream()).toList());
        }
    }

    private Sheet(Locale reader, List<QuestionnaireResponse> responses) {
        this.reader = reader;
        this.attachments = responses.stream().map(Answers::attachments).toList();
    }

    /** The rows of a worksheet, with a cell for each response; questions that were put in none are left out. */
    static List<Row> rows(Questionnaire worksheet, List<QuestionnaireResponse> responses, Locale reader) {
        Sheet sheet = new Sheet(reader, responses);
        sheet.lay(
                worksheet.getItem(),
                responses.stream().map(each -> new At(List.of(each.getItem()))).toList(),
                0);
        return sheet.rows;
    }

    private void lay(List<QuestionnaireItemComponent> items, List<At> at, int depth) {
        for (QuestionnaireItemComponent item : items) {
            if (item.getType() == QuestionnaireItemType.GROUP) {
                layGroup(item, at, depth);
            } else if (item.getType() != QuestionnaireItemType.DISPLAY) {
                layQuestion(item, at, depth);
            }
        }
    }

    private void layGroup(QuestionnaireItemComponent group, List<At> at, int depth) {
        if (isControlled(group, "answer-ways")) {
            List<Cell> cells = cells(
                    group,
                    at,
                    (column, items) -> items.stream()
                            .flatMap(item -> item.getItem().stream())
                            .flatMap(way -> said(group, way, column))
                            .toList());
            add(group, depth, cells);
            return;
        }
        int most = at.stream()
                .mapToInt(each -> each.items(group.getLinkId()).size())
                .max()
                .orElse(0);
        for (int i = 0; i < Math.max(1, most); i++) {
            int which = i;
            int before = rows.size();
            if (group.hasText()) {
                rows.add(new Row(text(group), depth, most > 1 ? which + 1 : 0, false, List.of()));
            }
            int headed = rows.size();
            lay(
                    group.getItem(),
                    at.stream()
                            .map(each -> each.in(instance(each, group, which)))
                            .toList(),
                    group.hasText() ? depth + 1 : depth);
            if (rows.size() == headed) {
                rows.subList(before, headed).clear();
            }
        }
    }

    private static List<QuestionnaireResponseItemComponent> instance(
            At at, QuestionnaireItemComponent group, int which) {
        List<QuestionnaireResponseItemComponent> instances = at.items(group.getLinkId());
        return which < instances.size() ? instances.get(which).getItem() : List.of();
    }

    private void layQuestion(QuestionnaireItemComponent question, List<At> at, int depth) {
        add(
                question,
                depth,
                cells(
                        question,
                        at,
                        (column, items) -> items.stream()
                                .flatMap(item -> said(question, item, column))
                                .toList()));
        lay(
                question.getItem(),
                at.stream()
                        .map(each -> each.in(each.items(question.getLinkId()).stream()
                                .flatMap(item -> Answers.below(item).stream())
                                .toList()))
                        .toList(),
                depth + 1);
    }

    /** What the items of one column say. */
    private interface Saying {
        List<Said> said(int column, List<QuestionnaireResponseItemComponent> items);
    }

    private static List<Cell> cells(QuestionnaireItemComponent item, List<At> at, Saying saying) {
        return IntStream.range(0, at.size())
                .mapToObj(column -> {
                    List<Said> said = saying.said(column, at.get(column).items(item.getLinkId()));
                    return new Cell(
                            !said.isEmpty()
                                    || Conditions.hold(item, at.get(column).scopes()),
                            said);
                })
                .toList();
    }

    private void add(QuestionnaireItemComponent item, int depth, List<Cell> cells) {
        boolean isCalculated = item.hasExtension(CALCULATED);
        boolean isForPeople = !isCalculated && !isTrue(item, HIDDEN);
        boolean isAnswered = cells.stream().anyMatch(cell -> !cell.said().isEmpty());
        if (isAnswered || (isForPeople && cells.stream().anyMatch(Cell::isAsked))) {
            rows.add(new Row(text(item), depth, 0, isCalculated, cells));
        }
    }

    private Stream<Said> said(
            QuestionnaireItemComponent question, QuestionnaireResponseItemComponent item, int column) {
        return item.getAnswer().stream()
                .filter(answer -> answer.hasValue())
                .map(answer -> said(question, answer.getValue(), column));
    }

    private Said said(QuestionnaireItemComponent question, Type value, int column) {
        if (value instanceof Attachment attachment) {
            return Said.kept(Kept.kind(attachment), attachment.getTitle(), number(attachment, column));
        }
        if (value instanceof BooleanType yes) {
            return Said.of(yes.booleanValue() ? Kind.YES : Kind.NO, null);
        }
        if (value instanceof Coding coding) {
            return Said.of(Kind.VALUE, coding.hasDisplay() ? coding.getDisplay() : coding.getCode());
        }
        if (value instanceof Quantity quantity) {
            return Said.of(Kind.VALUE, quantity.getValue() + " " + Objects.requireNonNullElse(quantity.getUnit(), ""));
        }
        if (value instanceof Reference reference) {
            return Said.of(Kind.VALUE, reference.getDisplay());
        }
        if (value instanceof StringType words) {
            return Said.of(Kind.WORDS, words.getValue());
        }
        return time(value, isControlled(question, "slider") ? scale(question, value) : plain(value));
    }

    private static Said time(Type value, Said otherwise) {
        try {
            if (value instanceof DateType day) {
                return Said.on(LocalDate.parse(day.getValueAsString()));
            }
            return value instanceof DateTimeType moment
                    ? Said.at(OffsetDateTime.parse(moment.getValueAsString()))
                    : otherwise;
        } catch (DateTimeException partOfADate) {
            return otherwise;
        }
    }

    private static Said scale(QuestionnaireItemComponent question, Type value) {
        Integer least = bound(question, "minValue");
        Integer most = bound(question, "maxValue");
        return least == null || most == null ? plain(value) : Said.scale(value.primitiveValue(), least, most);
    }

    private static Said plain(Type value) {
        return Said.of(Kind.VALUE, value.isPrimitive() ? value.primitiveValue() : null);
    }

    private static @Nullable Integer bound(QuestionnaireItemComponent question, String name) {
        Extension bound = question.getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/" + name);
        return bound != null && bound.getValue() instanceof IntegerType number ? number.getValue() : null;
    }

    private int number(Attachment attachment, int column) {
        List<Attachment> all = attachments.get(column);
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i) == attachment)
                .findFirst()
                .orElseThrow();
    }

    private @Nullable String text(QuestionnaireItemComponent item) {
        return Spoken.in(reader, item.getTextElement()).orElse(null);
    }

    private static boolean isControlled(QuestionnaireItemComponent item, String control) {
        return item.getExtensionsByUrl(CONTROL).stream()
                .map(Extension::getValue)
                .anyMatch(value -> value instanceof CodeableConcept concept
                        && concept.getCoding().stream().anyMatch(coding -> control.equals(coding.getCode())));
    }

    private static boolean isTrue(QuestionnaireItemComponent item, String url) {
        Extension mark = item.getExtensionByUrl(url);
        return mark != null && mark.getValue() instanceof BooleanType yes && yes.booleanValue();
    }
}
