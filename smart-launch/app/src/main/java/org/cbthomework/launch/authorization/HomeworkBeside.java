package org.cbthomework.launch.authorization;

import java.util.List;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.launches.Grant;
import org.cbthomework.launch.launches.LaunchContext;

/** Where homework is kept beside an EHR that knows no scopes of it, what was agreed counts, and of the EHR's the Patient. */
final class HomeworkBeside {

    private HomeworkBeside() {}

    /** The grant with what its user may do: as the EHR granted it, unless something was agreed for such users. */
    static Grant agreed(Ehr ehr, LaunchContext context, Grant granted) {
        List<String> agreed = ehr.agreed().of(context.fhirUser());
        return agreed.isEmpty() ? granted : granted.with(granted.scopes().keeping("Patient", agreed));
    }
}
