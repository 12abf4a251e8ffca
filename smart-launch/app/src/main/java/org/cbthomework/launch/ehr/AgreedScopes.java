package org.cbthomework.launch.ehr;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the operators of an EHR and of the homework server beside it agreed that users of the EHR may do there: for EHRs that
 * know no scopes of homework. With none, what the EHR granted counts.
 *
 * @param patients for patients and who stands in for them
 * @param clinicians for practitioners, in whatever role
 */
public record AgreedScopes(List<String> patients, List<String> clinicians) {

    /** That nothing was agreed. */
    public static final AgreedScopes NONE = new AgreedScopes(List.of(), List.of());

    private static final Pattern PATIENTS = Pattern.compile("(?:Patient|RelatedPerson)/.+");
    private static final Pattern CLINICIANS = Pattern.compile("(?:Practitioner|PractitionerRole)/.+");

    public AgreedScopes {
        patients = List.copyOf(patients);
        clinicians = List.copyOf(clinicians);
    }

    /**
     * Those of a user, whom the EHR has to have named: nothing was agreed for somebody unknown.
     *
     * @param fhirUser as {@code Practitioner/17}; null if it was not told
     */
    public List<String> of(@Nullable String fhirUser) {
        if (fhirUser == null) {
            return List.of();
        }
        return PATIENTS.matcher(fhirUser).matches()
                ? patients
                : CLINICIANS.matcher(fhirUser).matches() ? clinicians : List.of();
    }
}
