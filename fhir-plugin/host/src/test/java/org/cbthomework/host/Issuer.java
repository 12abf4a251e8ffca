package org.cbthomework.host;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** The host's authorization server, as far as a FHIR server sees one: its keys, and its tokens. */
final class Issuer implements AutoCloseable {

    /** The base of the host, for which its tokens are. */
    static final String AUDIENCE = "https://fhir.example.org/r4";

    private static final String CLIENT = "warehouse";

    private final ECKey key;
    private final HttpServer server;

    Issuer() throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    /** The settings with which a host trusts it. */
    String[] settings(String... others) {
        String[] settings = new String[others.length + 5];
        System.arraycopy(others, 0, settings, 5, others.length);
        settings[0] = "cbt-homework.access.base=" + AUDIENCE;
        settings[1] = "cbt-homework.access.issuers[0].issuer=" + name();
        settings[2] = "cbt-homework.access.issuers[0].jwks=" + name() + "/keys";
        settings[3] = "cbt-homework.access.issuers[0].clients[0].id=" + CLIENT;
        settings[4] = "cbt-homework.access.issuers[0].clients[0].scopes=system/*.cruds";
        return settings;
    }

    /** A token for a client with which everything is agreed. */
    String token() throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(name())
                .audience(AUDIENCE)
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("client_id", CLIENT)
                .claim("scope", "system/*.cruds")
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
