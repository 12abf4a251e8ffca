package org.cbthomework.launch.ehr;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An EHR as {@code cbt-homework.ehrs[n]} tells it, nothing of it checked.
 *
 * @param issuer its FHIR base, to the letter as it comes in {@code iss}
 * @param name what people are told it is called
 * @param clientId what the app is registered as
 * @param authentication {@code public}, {@code client_secret_basic} or {@code private_key_jwt}
 * @param secret for {@code client_secret_basic}
 * @param algorithm for {@code private_key_jwt}: {@code RS384} or {@code ES384}
 * @param sendsClientId for {@code private_key_jwt}: whether {@code client_id} is sent beside the assertion
 * @param scopes what is asked for, with spaces between
 * @param hosts where its endpoints may be, as host or host:port; with none, where the issuer is
 * @param frameAncestors origins whose pages may frame the app
 * @param homework the FHIR base where homework is kept, if not at the EHR
 * @param homeworkScopes what was agreed that users may do there
 */
public record EhrSettings(
        @Nullable String issuer,
        @Nullable String name,
        @Nullable String clientId,
        @DefaultValue("public") String authentication,
        @Nullable String secret,
        @Nullable String algorithm,
        @DefaultValue("false") boolean sendsClientId,
        @Nullable String scopes,
        @DefaultValue List<String> hosts,
        @DefaultValue List<String> frameAncestors,
        @Nullable String homework,
        @DefaultValue HomeworkScopes homeworkScopes) {

    /**
     * Scopes with spaces between.
     *
     * @param patient for patients
     * @param clinician for clinicians
     */
    public record HomeworkScopes(
            @Nullable String patient, @Nullable String clinician) {}

    public EhrSettings {
        hosts = List.copyOf(hosts);
        frameAncestors = List.copyOf(frameAncestors);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "EhrSettings[" + issuer + "]";
    }
}
