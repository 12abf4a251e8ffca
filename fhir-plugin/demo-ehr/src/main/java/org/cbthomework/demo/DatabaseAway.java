package org.cbthomework.demo;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Answers 503 with Retry-After while the database is away, where HAPI would answer 500: a client is to send its request
 * again, and may, for whatever it wrote under an id of its own is stored once.
 */
@Interceptor
final class DatabaseAway {

    private static final int UNAVAILABLE = 503;
    private static final String SECONDS = "10";

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException answer(Throwable failure) {
        if (failure instanceof BaseServerResponseException told && told.getStatusCode() == UNAVAILABLE) {
            return retryable(told);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isConnectionLost(cause)) {
                return retryable(new UnclassifiedServerFailureException(
                        UNAVAILABLE, "The database cannot be reached; send the request again later"));
            }
        }
        return null;
    }

    private static BaseServerResponseException retryable(BaseServerResponseException answer) {
        return answer.addResponseHeader("Retry-After", SECONDS);
    }

    /** By type, or by SQLSTATE: class 08 is a connection that failed, 57P a server that goes down or comes up. */
    private static boolean isConnectionLost(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException
                || (cause instanceof SQLException sql && isConnectionLost(sql.getSQLState()));
    }

    private static boolean isConnectionLost(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
