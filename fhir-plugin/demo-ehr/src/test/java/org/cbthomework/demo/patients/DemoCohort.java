package org.cbthomework.demo.patients;

import org.springframework.context.ApplicationContext;

/** Has the demo patients in a server of the tests. */
public final class DemoCohort {

    private DemoCohort() {}

    /** Loads those who are not there. */
    public static void loadInto(ApplicationContext server) {
        server.getBean(LoadingPatients.class).load(false, () -> true);
    }
}
