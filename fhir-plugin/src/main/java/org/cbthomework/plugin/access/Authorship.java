package org.cbthomework.plugin.access;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cbthomework.plugin.access.token.FhirUser;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;

/** Who may be named as having written a response: whom it is believed from decides when it counts. */
final class Authorship {

    private static final Set<String> PROFESSIONALS =
            Set.of("Practitioner", "PractitionerRole", "Organization", "Device");

    private final Supplier<String> base;

    Authorship(Supplier<String> base) {
        this.base = base;
    }

    /** Whether nobody is named but the writer and, by a clinician who transcribes, the patient or a proxy. */
    boolean isTrue(Access access, QuestionnaireResponse response) {
        return isTrue(access, response.getAuthor()) && isTrue(access, response.getSource());
    }

    private boolean isTrue(Access access, Reference named) {
        String text = named.getReference();
        if (text == null) {
            return true;
        }
        Optional<LocalReference> local = LocalReference.parse(text, base.get());
        if (local.isEmpty()) {
            return false;
        }
        if (selves(access).contains(local.get().toString())) {
            return true;
        }
        return access.isClinician() && !PROFESSIONALS.contains(local.get().type());
    }

    private static Set<String> selves(Access access) {
        Set<String> selves = new HashSet<>();
        access.caller().user().map(FhirUser::reference).ifPresent(selves::add);
        if (!access.isClinician()) {
            access.caller().patient().map(patient -> "Patient/" + patient).ifPresent(selves::add);
        }
        return selves;
    }
}
