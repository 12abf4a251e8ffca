package org.cbthomework.plugin;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** What the server that takes the plugin in has to offer. */
record Host(
        FhirContext fhir,
        DaoRegistry daos,
        DataSource dataSource,
        PlatformTransactionManager transactions,
        IInterceptorService interceptors,
        RestfulServer server,
        Clock clock) {}
