package org.cbthomework.demo.authorization;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients that are registered, by client_id. */
final class Clients implements RegisteredClientRepository {

    static final Duration ACCESS = Duration.ofHours(1);

    private static final String JWKS = "cbt-homework.jwks";
    private static final String ORIGINS = "cbt-homework.origins";
    private static final String OURS = "cbt-homework.ours";

    private final Map<String, RegisteredClient> clients = new ConcurrentHashMap<>();
    private final PasswordEncoder secrets;

    Clients(PasswordEncoder secrets, Map<String, Registration> registrations) {
        this.secrets = secrets;
        registrations.forEach(this::register);
    }

    /** Registers a client, in the place of one of the same id. */
    void register(String id, Registration registration) {
        save(client(id, registration));
    }

    /** From where browsers may call. */
    Set<String> origins() {
        return clients.values().stream()
                .map(client -> client.getClientSettings().<Collection<String>>getSetting(ORIGINS))
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether people need not be asked for consent when the EHR itself launches the client. */
    static boolean isOurs(RegisteredClient client) {
        return Boolean.TRUE.equals(client.getClientSettings().<Boolean>getSetting(OURS));
    }

    /** The keys that were told themselves, and not where they are. */
    static @Nullable String jwks(RegisteredClient client) {
        return client.getClientSettings().getSetting(JWKS);
    }

    @Override
    public void save(RegisteredClient client) {
        clients.put(client.getClientId(), client);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return clients.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return clients.get(id);
    }

    private RegisteredClient client(String id, Registration told) {
        RegisteredClient.Builder client = RegisteredClient.withId(id)
                .clientId(id)
                .clientName(told.name().isBlank() ? id : told.name())
                .redirectUris(uris -> told.redirectUris().forEach(uri -> uris.add(uri.toString())))
                .scopes(scopes -> scopes.addAll(told.scopeSet()))
                .clientSettings(settings(told))
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                        .accessTokenTimeToLive(ACCESS)
                        .reuseRefreshTokens(false)
                        .build());
        authentication(client, told);
        if (!told.redirectUris().isEmpty()) {
            client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE);
            client.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
        }
        if (actsForItself(told)) {
            client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
        }
        return client.build();
    }

    private void authentication(RegisteredClient.Builder client, Registration told) {
        if (told.hasKeys()) {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        } else if (told.hasSecret()) {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientSecret(secrets.encode(told.secret()));
        } else {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
    }

    private static boolean actsForItself(Registration told) {
        return (told.hasKeys() || told.hasSecret())
                && told.scopeSet().stream()
                        .anyMatch(scope -> scope.startsWith("system/") || scope.equals(IntrospectingTokens.SCOPE));
    }

    private static ClientSettings settings(Registration told) {
        ClientSettings.Builder settings = ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(true)
                // That it is one of these says only that the client signs; which of the two, the assertion tells.
                .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS384)
                .setting(ORIGINS, told.allOrigins())
                .setting(OURS, told.ours());
        if (told.jwksUri() != null) {
            settings.jwkSetUrl(told.jwksUri());
        }
        if (told.jwks() != null) {
            settings.setting(JWKS, told.jwks());
        }
        return settings.build();
    }
}
