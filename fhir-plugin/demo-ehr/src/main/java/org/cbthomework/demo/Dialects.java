package org.cbthomework.demo;

import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;

/** Which of HAPI's Hibernate dialects speaks to a database. */
final class Dialects {

    private Dialects() {}

    /**
     * The class name of the dialect for a JDBC URL.
     *
     * @throws IllegalArgumentException for anything but H2 and PostgreSQL
     */
    static String of(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return HapiFhirH2Dialect.class.getName();
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return HapiFhirPostgresDialect.class.getName();
        }
        throw new IllegalArgumentException("spring.datasource.url is " + withoutSecrets(url)
                + "; the demo EHR runs on jdbc:h2: and jdbc:postgresql: only");
    }

    private static String withoutSecrets(String url) {
        return url.split("[?;@]", 2)[0];
    }
}
