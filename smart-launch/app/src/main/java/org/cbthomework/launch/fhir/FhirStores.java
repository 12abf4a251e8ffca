package org.cbthomework.launch.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.IRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.HttpClientBuilder;
import org.cbthomework.launch.authorization.RenewingTokens;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.ehr.Ehrs;
import org.cbthomework.launch.grants.GrantingLaunches;
import org.cbthomework.launch.grants.LaunchGrant;
import org.cbthomework.launch.homework.HomeworkAway;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.homework.Offers;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.Extension;

/**
 * The FHIR servers of launches. The EHR is asked with the token of the launch, renewed if need be; a homework server beside
 * it, with what the app grants that launch; neither ever with the other's.
 */
public final class FhirStores implements HomeworkStores {

    private static final String TIMEZONE = "http://hl7.org/fhir/StructureDefinition/timezone";
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 15_000;
    private static final int CONNECTIONS = 100;
    private static final int CONNECTIONS_TO_ONE = 50;

    private final IRestfulClientFactory clients;
    private final FhirContext fhir;
    private final RenewingTokens renewing;
    private final Ehrs ehrs;
    private final GrantingLaunches granting;
    private final Capabilities capabilities;

    /**
     * With HTTP connections of its own.
     *
     * @param fhir of R4; how it makes clients is set here
     */
    public FhirStores(
            FhirContext fhir,
            RenewingTokens renewing,
            Ehrs ehrs,
            GrantingLaunches granting,
            Capabilities capabilities) {
        this.fhir = fhir;
        this.renewing = renewing;
        this.ehrs = ehrs;
        this.granting = granting;
        this.capabilities = capabilities;
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
    public Offers offers(Launch launch) {
        return capabilities.at(ehrs.of(launch.issuer())
                .map(ehr -> ehr.homework() == null ? ehr.base() : ehr.homework())
                .orElse(launch.issuer()));
    }

    @Override
    public HomeworkStore of(Launch opened) {
        Launch launch = renewing.usable(opened);
        FhirStore ofEhr = store(launch.issuer(), launch.grant().accessToken(), false);
        Optional<Ehr> besides = ehrs.of(launch.issuer()).filter(ehr -> ehr.homework() != null);
        return besides.isEmpty() ? ofEhr : beside(besides.get(), ofEhr, launch);
    }

    /** Each server is shown its own token alone. */
    private HomeworkStore beside(Ehr ehr, FhirStore ofEhr, Launch launch) {
        String base = Objects.requireNonNull(ehr.homework());
        LaunchGrant grant = granting.of(launch, ehr, base, () -> zone(ofEhr, launch));
        return new SidecarStore(ofEhr, store(base, grant.token(), true), new TwoNames(fhir, ehr, launch.context()));
    }

    /** Nothing if the EHR does not tell it now: homework goes on without. */
    private static Optional<String> zone(FhirStore ehr, Launch launch) {
        String patient = launch.context().patient();
        if (patient == null || !launch.grant().scopes().allow("Patient", 'r')) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ehr.patient(patient).getExtensionByUrl(TIMEZONE))
                    .map(Extension::getValueAsPrimitive)
                    .map(IPrimitiveType::getValueAsString);
        } catch (HomeworkAway | HomeworkRefused untold) {
            return Optional.empty();
        }
    }

    private FhirStore store(String base, String token, boolean isBeside) {
        IGenericClient client = clients.newGenericClient(base);
        RetryAfter retryAfter = new RetryAfter();
        client.registerInterceptor(new BearerTokenAuthInterceptor(token));
        client.registerInterceptor(retryAfter);
        return new FhirStore(client, new Asking(retryAfter, isBeside));
    }
}
