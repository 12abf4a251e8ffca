package org.cbthomework.plugin.subset;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;

/**
 * An item, and where it stands.
 *
 * @param depth 1 at the top
 * @param parent none at the top
 */
record Placed(QuestionnaireItemComponent item, String path, int depth, Optional<Placed> parent) {

    static final String HL7 = "http://hl7.org/fhir/StructureDefinition/";
    static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    /** All items of a Questionnaire, each before those in it. */
    static List<Placed> all(Questionnaire questionnaire) {
        return below(questionnaire.getItem(), "Questionnaire", 1, Optional.empty())
                .toList();
    }

    private static Stream<Placed> below(
            List<QuestionnaireItemComponent> items, String path, int depth, Optional<Placed> parent) {
        return IntStream.range(0, items.size()).boxed().flatMap(i -> {
            Placed placed = new Placed(items.get(i), path + ".item[" + i + "]", depth, parent);
            return Stream.concat(
                    Stream.of(placed), below(items.get(i).getItem(), placed.path, depth + 1, Optional.of(placed)));
        });
    }

    String linkId() {
        return item.hasLinkId() ? item.getLinkId() : "";
    }

    /** The code of its type; empty if it has none. */
    String type() {
        return item.getType() == null ? "" : item.getType().toCode();
    }

    boolean isQuestion() {
        return !"group".equals(type()) && !"display".equals(type());
    }

    Optional<Type> value(String url) {
        return Optional.ofNullable(item.getExtensionByUrl(url)).map(Extension::getValue);
    }

    Optional<BigDecimal> number(String url) {
        return value(url)
                .map(each -> each instanceof IntegerType whole
                        ? BigDecimal.valueOf(whole.getValue())
                        : each instanceof DecimalType number ? number.getValue() : BigDecimal.ZERO);
    }

    boolean hasControl(String code) {
        return item.getExtensionsByUrl(HL7 + "questionnaire-itemControl").stream()
                .map(Extension::getValue)
                .filter(CodeableConcept.class::isInstance)
                .flatMap(each -> ((CodeableConcept) each).getCoding().stream())
                .anyMatch(coding -> code.equals(coding.getCode()));
    }
}
