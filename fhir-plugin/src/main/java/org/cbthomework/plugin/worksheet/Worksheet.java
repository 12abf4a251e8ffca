package org.cbthomework.plugin.worksheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.cbthomework.adherence.Completeness;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.plugin.refusal.Problem;
import org.cbthomework.plugin.subset.expression.Variable;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Type;

/** A Questionnaire made ready for responses: immutable, and safe to share between threads. */
public final class Worksheet {

    private static final String CONTEXT = "https://w3id.org/cbt-homework/fhir/CodeSystem/worksheet-context";
    private static final String KIND = "https://w3id.org/cbt-homework/fhir/CodeSystem/worksheet-kind";

    private final Canonical canonical;
    private final Optional<String> kind;
    private final Map<String, Question> questions;

    private final List<Variable> variables;
    private final boolean hangsOnFormulas;

    private Worksheet(
            Canonical canonical, Optional<String> kind, Map<String, Question> questions, List<Variable> variables) {
        this.canonical = canonical;
        this.kind = kind;
        this.questions = questions;
        this.variables = variables;
        this.hangsOnFormulas = Dependence.onFormulas(questions);
    }

    /** Makes a Questionnaire ready; it must not be changed afterwards. */
    public static Worksheet of(Questionnaire questionnaire) {
        return new Worksheet(
                new Canonical(questionnaire.getUrl(), Optional.ofNullable(questionnaire.getVersion())),
                kindOf(questionnaire),
                Question.read(questionnaire.getItem(), new ValueSets(questionnaire)),
                Formulas.variables(questionnaire));
    }

    public Canonical canonical() {
        return canonical;
    }

    /** The kind of homework. A Questionnaire that names none is taken as practice, whose windows are the widest. */
    public Kind kind() {
        return switch (kind.orElse("")) {
            case "self-assessment", "standard-measure" -> Kind.SELF_ASSESSMENT;
            case "psychoeducation" -> Kind.PSYCHOEDUCATION;
            default -> Kind.MODALITY_SPECIFIC;
        };
    }

    /** What the response holds that this worksheet does not allow; missing answers are no problem but incomplete. */
    public List<Problem> problems(QuestionnaireResponse response) {
        Checking checking = new Checking();
        checking.level(questions, answers(response), "QuestionnaireResponse");
        return checking.problems();
    }

    /** How much of the worksheet the response answers. */
    public Completeness completeness(QuestionnaireResponse response) {
        Counting counting = counting(response);
        boolean anyAnswer = response.getItem().stream().anyMatch(Answers::anyIn);
        return new Completeness(counting.answered(), counting.required(), anyAnswer);
    }

    /** The linkIds of the required questions that are shown and have no answer, or fewer than they ask for. */
    public SortedSet<String> missing(QuestionnaireResponse response) {
        return counting(response).missing();
    }

    /**
     * The values that follow from the answers, whatever values were sent: by linkId, one for each instance of the groups
     * around it, in their order, and none where nothing follows.
     */
    public Map<String, List<Optional<Type>>> calculated(QuestionnaireResponse response) {
        return Calculated.in(questions, new Settling(questions, variables).settle(response));
    }

    private Counting counting(QuestionnaireResponse response) {
        Counting counting = new Counting();
        counting.level(questions, answers(response));
        return counting;
    }

    private Answers answers(QuestionnaireResponse response) {
        return hangsOnFormulas ? new Settling(questions, variables).settle(response) : Answers.of(response.getItem());
    }

    private static Optional<String> kindOf(Questionnaire questionnaire) {
        return questionnaire.getUseContext().stream()
                .filter(context -> CONTEXT.equals(context.getCode().getSystem())
                        && "kind".equals(context.getCode().getCode()))
                .filter(context -> context.hasValueCodeableConcept())
                .map(context -> context.getValueCodeableConcept())
                .map(CodeableConcept::getCoding)
                .flatMap(List::stream)
                .filter(coding -> KIND.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst();
    }
}
