package org.cbthomework.plugin.audit;

import ca.uhn.fhir.storage.interceptor.balp.BalpProfileEnum;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** What an event tells of, each with its two profiles of BALP: about a patient, and about none. */
enum Act {
    CREATE(BalpProfileEnum.BASIC_CREATE, BalpProfileEnum.PATIENT_CREATE, "create"),
    READ(BalpProfileEnum.BASIC_READ, BalpProfileEnum.PATIENT_READ, "read"),
    UPDATE(BalpProfileEnum.BASIC_UPDATE, BalpProfileEnum.PATIENT_UPDATE, "update"),
    DELETE(BalpProfileEnum.BASIC_DELETE, BalpProfileEnum.PATIENT_DELETE, "delete"),
    QUERY(BalpProfileEnum.BASIC_QUERY, BalpProfileEnum.PATIENT_QUERY, "search");

    private final BalpProfileEnum basic;
    private final BalpProfileEnum patient;
    private final String subtype;

    Act(BalpProfileEnum basic, BalpProfileEnum patient, String subtype) {
        this.basic = basic;
        this.patient = patient;
        this.subtype = subtype;
    }

    /** By what was asked, where nothing is known of what was done. */
    static Act asked(String interaction) {
        return switch (interaction) {
            case "create" -> CREATE;
            case "read", "vread", "history-instance" -> READ;
            case "update", "patch" -> UPDATE;
            case "delete" -> DELETE;
            default -> QUERY;
        };
    }

    /** By what was written, if anything was: a transaction that does more than one thing is an update. */
    static Act done(String interaction, Collection<Touch> touched) {
        Set<Deed> written =
                touched.stream().map(Touch::deed).filter(Deed::isWritten).collect(Collectors.toSet());
        if (written.isEmpty()) {
            return asked(interaction);
        }
        if (written.size() > 1) {
            return UPDATE;
        }
        return switch (written.iterator().next()) {
            case CREATED -> CREATE;
            case DELETED -> DELETE;
            default -> UPDATE;
        };
    }

    BalpProfileEnum profile(boolean isAboutAPatient) {
        return isAboutAPatient ? patient : basic;
    }

    /** The interaction by which the profile is told. */
    String subtype() {
        return subtype;
    }
}
