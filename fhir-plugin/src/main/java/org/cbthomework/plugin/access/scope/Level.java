package org.cbthomework.plugin.access.scope;

import java.util.Locale;

/** Whose data a scope is about. */
public enum Level {
    /** Of the one patient that the token names. */
    PATIENT,
    /** Whatever the user whom the token names may see. */
    USER,
    /** By what is agreed with the client. */
    SYSTEM;

    /** As a scope begins. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
