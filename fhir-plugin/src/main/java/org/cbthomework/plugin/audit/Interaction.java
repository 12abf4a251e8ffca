package org.cbthomework.plugin.audit;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.jspecify.annotations.Nullable;

/** What a request asks for, in the words of the code system {@code restful-interaction}. */
final class Interaction {

    private Interaction() {}

    /** Of a request; by its verb and its path alone where it was refused before HAPI had read it. */
    static String of(RequestDetails request) {
        RestOperationTypeEnum type = request.getRestOperationType();
        if (type == null) {
            String path = Optional.ofNullable(request.getRequestPath()).orElse("");
            return guess(request.getRequestType(), path);
        }
        return switch (type) {
            case READ,
                    VREAD,
                    CREATE,
                    UPDATE,
                    PATCH,
                    DELETE,
                    HISTORY_INSTANCE,
                    HISTORY_TYPE,
                    HISTORY_SYSTEM,
                    SEARCH_TYPE,
                    SEARCH_SYSTEM -> type.getCode();
            case GET_PAGE -> "search-type";
            case METADATA -> "capabilities";
            case TRANSACTION -> isBatch(request) ? "batch" : "transaction";
            default -> "operation";
        };
    }

    private static boolean isBatch(RequestDetails request) {
        return request.getResource() instanceof Bundle bundle && bundle.getType() == BundleType.BATCH;
    }

    static String guess(@Nullable RequestTypeEnum verb, String path) {
        String[] steps = path.split("/", -1);
        String last = steps[steps.length - 1];
        if (path.contains("$")) {
            return "operation";
        }
        if (verb == RequestTypeEnum.POST && !"_search".equals(last)) {
            return path.isEmpty() ? "transaction" : "create";
        }
        if (verb == RequestTypeEnum.PUT || verb == RequestTypeEnum.PATCH || verb == RequestTypeEnum.DELETE) {
            return verb == RequestTypeEnum.PUT ? "update" : verb == RequestTypeEnum.PATCH ? "patch" : "delete";
        }
        boolean isInstance = steps.length > 1 && !"_search".equals(last) && !"_history".equals(last);
        return isInstance ? "read" : "search-type";
    }
}
