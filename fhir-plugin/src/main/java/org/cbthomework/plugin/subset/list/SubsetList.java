package org.cbthomework.plugin.subset.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cbthomework.questionnaires.WorksheetSubset;
import org.jspecify.annotations.Nullable;

/**
 * What a worksheet may use, as {@code worksheet-subset.json} says.
 *
 * @param maxLengthTypes the types of items whose {@code maxLength} counts
 * @param answerOptions the types of values that may be offered
 * @param conditionAnswers with what a condition may compare the answer to each type of question
 * @param ignored extensions that are allowed and do nothing
 * @param rules why something can be outside, by the id that a reason names
 */
public record SubsetList(
        String version,
        Set<String> itemTypes,
        Set<String> itemElements,
        Set<String> maxLengthTypes,
        Set<String> answerOptions,
        List<Operator> operators,
        Map<String, Set<String>> conditionAnswers,
        List<Control> itemControls,
        List<Rendered> extensions,
        Set<String> ignored,
        ExpressionList expressions,
        Limits limits,
        Map<String, String> rules) {

    /** The list that this version of the plugin goes by. */
    public static final SubsetList PUBLISHED = parse(new WorksheetSubset().json());

    /** An operator of a condition, and the types of values it compares with. */
    public record Operator(String code, Set<String> answers) {}

    /** A control, and the types of items it is for. */
    public record Control(String system, String code, Set<String> types) {}

    /**
     * An extension that is rendered.
     *
     * @param on the elements where it may stand
     * @param value the types of its value; {@code parts} if it has extensions of its own instead
     * @param types the types of items on which it may stand; none named if on all
     */
    public record Rendered(
            String url,
            Set<String> on,
            Set<String> value,
            @Nullable Set<String> types) {

        /** Whether it may stand on an item of that type. */
        public boolean isFor(String itemType) {
            return types == null || types.contains(itemType);
        }
    }

    /** The most there may be of something; lengths are in code points. */
    public record Limits(
            int items,
            int depth,
            int options,
            int conditions,
            int textLength,
            int optionLength,
            int expressions,
            int expressionLength,
            int nesting,
            int regexLength) {}

    /** The rendered extension of that url. */
    public Optional<Rendered> rendered(String url) {
        return extensions.stream().filter(each -> each.url().equals(url)).findFirst();
    }

    /** The types of values with which an operator compares; empty if it is not listed. */
    public Set<String> comparedBy(String operator) {
        return operators.stream()
                .filter(each -> each.code().equals(operator))
                .flatMap(each -> each.answers().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static SubsetList parse(String json) {
        try {
            return new ObjectMapper().readValue(json, SubsetList.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("worksheet-subset.json is not the list that this version reads", e);
        }
    }
}
