package org.cbthomework.launch.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.IRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.HttpClientBuilder;
import org.cbthomework.launch.authorization.RenewingTokens;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.launches.Launch;

/** The FHIR servers of launches: each is asked with the token of the launch, renewed if need be, and with no other. */
public final class FhirStores implements HomeworkStores {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 15_000;
    private static final int CONNECTIONS = 100;
    private static final int CONNECTIONS_TO_ONE = 50;

    private final IRestfulClientFactory clients;
    private final RenewingTokens renewing;

    /**
     * With HTTP connections of its own.
     *
     * @param fhir of R4; how it makes clients is set here
     */
    public FhirStores(FhirContext fhir, RenewingTokens renewing) {
        this.renewing = renewing;
        clients = fhir.getRestfulClientFactory();
        clients.setServerValidationMode(ServerValidationModeEnum.NEVER);
        // A redirect would carry the token elsewhere; what is retried is decided by what was asked.
        clients.setHttpClient(HttpClientBuilder.create()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setConnectionRequestTimeout(CONNECT_MILLIS)
                        .setSocketTimeout(READ_MILLIS)
                        .build())
                .setConnectionTimeToLive(1, TimeUnit.MINUTES)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_TO_ONE)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .build());
    }

    @Override
    public Launch current(Launch launch) {
        return renewing.renewed(launch);
    }

    @Override
    public HomeworkStore of(Launch launch) {
        IGenericClient client = clients.newGenericClient(launch.issuer());
        RetryAfter retryAfter = new RetryAfter();
        client.registerInterceptor(new BearerTokenAuthInterceptor(launch.grant().accessToken()));
        client.registerInterceptor(retryAfter);
        return new FhirStore(client, new Asking(retryAfter));
    }
}
