package org.cbthomework.plugin.input;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/**
 * Holds the paths of a patch to those that name elements: whole FHIRPath and XPath can be made to run for hours, by loops,
 * by nesting and by regular expressions, and no clock stops them.
 */
final class PatchPaths {

    private static final int LONGEST = 500;
    private static final String NAME = "[A-Za-z][A-Za-z0-9]*+";
    private static final String TEXT = "'[^'\\\\]*+'";
    private static final String EQUAL = NAME + "(?:\\." + NAME + ")*+ *+= *+" + TEXT;

    private static final String STEP = "(?:\\." + NAME + "|\\[\\d{1,6}]|\\.(?:first|last)\\(\\)|\\.(?:ofType|as)\\("
            + NAME + "\\)|\\.extension\\(" + TEXT + "\\)|\\.where\\(" + EQUAL + "(?: and " + EQUAL + ")*\\))";

    /** Tried from the longest kind of step to the shortest, each at one place once. */
    private static final Pattern FHIR_PATH = Pattern.compile(NAME + "(?:" + STEP + "(?![A-Za-z0-9(]))*+");

    private static final Pattern X_PATH =
            Pattern.compile("/?+[A-Za-z0-9_:.*@-]++(?:\\[[^\\[\\]()/]*+]|/[A-Za-z0-9_:.*@-]++)*+");

    private static final Pattern SELECTED = Pattern.compile("\\bsel\\s*+=\\s*+(\"[^\"]*+\"|'[^']*+')");

    private final Guards guards;

    PatchPaths(Guards guards) {
        this.guards = guards;
    }

    /** @throws Refusal if a path of a FHIRPath Patch does more than to name an element */
    void check(Parameters patch) {
        patch.getParameter().forEach(this::check);
    }

    private void check(ParametersParameterComponent parameter) {
        if ("path".equals(parameter.getName()) && parameter.hasValue()) {
            hold(isPlain(FHIR_PATH, String.valueOf(parameter.getValue().primitiveValue())));
        }
        parameter.getPart().forEach(this::check);
    }

    /** @throws Refusal if a path of an XML Patch does more than to name an element or an attribute */
    void checkXml(String patch) {
        Matcher selected = SELECTED.matcher(patch);
        while (selected.find()) {
            String path = selected.group(1);
            hold(isPlain(X_PATH, path.substring(1, path.length() - 1)));
        }
    }

    private static boolean isPlain(Pattern pattern, String path) {
        return path.length() <= LONGEST && pattern.matcher(path).matches();
    }

    private void hold(boolean isPlain) {
        guards.hold(
                Rule.PATHS,
                isPlain,
                () -> "A path of the patch does more than to name an element; write it as in"
                        + " QuestionnaireResponse.item[0].answer or, to choose one, .where(linkId = 'x')");
    }
}
