package org.cbthomework.launch.ehr;

import java.io.Serial;

/** A setting with which the app must not start: its name, its value and what to give instead. */
public final class InvalidSetting extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String problem;
    private final String remedy;

    /**
     * Tells of a setting.
     *
     * @param setting its full name
     * @param problem what it is and why that cannot be, as in {@code is 'x', which is no address}
     * @param remedy what to do instead
     */
    public InvalidSetting(String setting, String problem, String remedy) {
        super(setting + " " + problem + "; " + remedy);
        this.problem = setting + " " + problem + ".";
        this.remedy = Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1) + ".";
    }

    String problem() {
        return problem;
    }

    String remedy() {
        return remedy;
    }
}
