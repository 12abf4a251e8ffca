package org.cbthomework.plugin.assignment;

import java.util.Optional;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.instance.model.api.IBaseExtension;
import org.hl7.fhir.instance.model.api.IBaseHasExtensions;
import org.hl7.fhir.r4.model.Type;

/** The extensions that say what an assignment's FHIR resources have no field for. */
final class HomeworkExtensions {

    static final String BASE = "https://w3id.org/cbt-homework/fhir/StructureDefinition/";
    static final String WORKSHEET = BASE + "worksheet";
    static final String TIMEZONE = BASE + "timezone";
    static final String GRACE = BASE + "grace";
    static final String COMPLETION_WINDOW = BASE + "completion-window";
    static final String ALLOW_EARLY = BASE + "allow-early";
    static final String COMPLETENESS_THRESHOLD = BASE + "completeness-threshold";
    static final String ENDED = BASE + "ended";
    static final String FOCAL = BASE + "focal";
    static final String PAUSE = BASE + "pause";
    static final String AGREEMENT_REQUESTED = BASE + "agreement-requested";

    static final String AGREED = BASE + "agreed";
    static final String AGREEMENT_ANSWER = BASE + "agreement-answer";

    /** The zone of a Patient, HL7's own extension. */
    static final String HL7_TIMEZONE = "http://hl7.org/fhir/StructureDefinition/timezone";

    private HomeworkExtensions() {}

    /**
     * The value of an extension, if it is there.
     *
     * @throws Refused if it is of another type
     */
    static <T extends Type> Optional<T> value(IBaseHasExtensions holder, String url, Class<T> type) {
        return holder.getExtension().stream()
                .filter(extension -> url.equals(extension.getUrl()))
                .findFirst()
                .map(extension -> typed(extension, url, type));
    }

    static void add(IBaseHasExtensions holder, String url, Type value) {
        IBaseExtension<?, ?> extension = holder.addExtension();
        extension.setUrl(url);
        extension.setValue(value);
    }

    private static <T extends Type> T typed(IBaseExtension<?, ?> extension, String url, Class<T> type) {
        if (!type.isInstance(extension.getValue())) {
            throw new Refused(url, "The extension " + url + " does not hold a " + type.getSimpleName() + "; give one");
        }
        return type.cast(extension.getValue());
    }
}
