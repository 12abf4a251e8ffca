package org.cbthomework.plugin.subset;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cbthomework.plugin.subset.list.ExpressionList.Query;

/** Searches that a variable makes: relative, of listed types and parameters, and about the patient who fills it in. */
final class Queries {

    static final String LANGUAGE = "application/x-fhir-query";

    private static final Pattern SHAPE = Pattern.compile("([A-Za-z]+)\\?(.+)");
    private static final Pattern PATIENT = Pattern.compile("(Patient/)?\\{\\{%patient\\.id}}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.:/|,_%+-]+");

    private Queries() {}

    static Optional<String> fault(List<Query> queries, String text, boolean knowsPatient) {
        Matcher whole = SHAPE.matcher(text);
        if (!whole.matches()) {
            return Optional.of("is no relative search; write it as Observation?patient={{%patient.id}}&...");
        }
        Optional<Query> query = queries.stream()
                .filter(each -> each.type().equals(whole.group(1)))
                .findFirst();
        if (query.isEmpty()) {
            return Optional.of("searches for " + whole.group(1) + "; search for responses or Observations");
        }
        if (!knowsPatient) {
            return Optional.of("needs the patient; declare patient in a launchContext");
        }
        boolean isConfined = false;
        for (String parameter : whole.group(2).split("&", -1)) {
            String name = parameter.split("=", 2)[0];
            String value = parameter.contains("=") ? parameter.substring(name.length() + 1) : "";
            boolean isPatient = ("patient".equals(name) || "subject".equals(name));
            if (!query.get().parameters().contains(name)) {
                return Optional.of("has a parameter that is not listed; leave it out");
            }
            if (!(isPatient ? PATIENT : PLAIN).matcher(value).matches()) {
                return Optional.of("has a value that is neither plain nor this patient; use {{%patient.id}} alone");
            }
            isConfined |= isPatient;
        }
        return isConfined ? Optional.empty() : Optional.of("is not about this patient; add patient={{%patient.id}}");
    }
}
