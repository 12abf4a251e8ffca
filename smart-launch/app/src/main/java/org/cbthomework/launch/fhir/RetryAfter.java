package org.cbthomework.launch.fhir;

import ca.uhn.fhir.rest.client.api.IClientInterceptor;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import java.time.Duration;

/** Remembers how long the server asked to be left alone, which HAPI's exceptions do not tell. */
final class RetryAfter implements IClientInterceptor {

    private static final Duration UNTOLD = Duration.ofSeconds(1);

    private Duration told = UNTOLD;

    @Override
    public void interceptRequest(IHttpRequest request) {
        told = UNTOLD;
    }

    /** Only seconds are read: a date is as wrong as the clocks are apart. */
    @Override
    public void interceptResponse(IHttpResponse response) {
        told = response.getHeaders("Retry-After").stream()
                .findFirst()
                .filter(value -> value.matches("[0-9]{1,5}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(UNTOLD);
    }

    Duration told() {
        return told;
    }
}
