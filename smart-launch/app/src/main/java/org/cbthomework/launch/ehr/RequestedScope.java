package org.cbthomework.launch.ehr;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a scope must look like to be asked for.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART App Launch 2.2</a>
 */
final class RequestedScope {

    private static final Set<String> WORDS =
            Set.of("openid", "fhirUser", "profile", "launch", "offline_access", "online_access");
    private static final Pattern CONTEXT = Pattern.compile("launch/[a-z]+(?:\\?role=[^\\s&]+)?");
    private static final Pattern DATA = Pattern.compile("(?:patient|user)/(?:\\*|[A-Z][A-Za-z]+)\\."
            + "(?:read|write|\\*|(?=[cruds])c?r?u?d?s?(?:\\?[^\\s=&]+=[^\\s&]+(?:&[^\\s=&]+=[^\\s&]+)*)?)");

    private static final Pattern OF_HOMEWORK = Pattern.compile("(?:patient|user)/(?!\\*|Patient\\.).*");

    private RequestedScope() {}

    /** Not those of the system: the app never acts but for the user who launched it. */
    static boolean isWellFormed(String scope) {
        return WORDS.contains(scope)
                || CONTEXT.matcher(scope).matches()
                || DATA.matcher(scope).matches();
    }

    /** Names one kind of data, and not the Patient, whom only the EHR shows. */
    static boolean isOfHomework(String scope) {
        return DATA.matcher(scope).matches() && OF_HOMEWORK.matcher(scope).matches();
    }
}
