package org.cbthomework.demo.harness;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An authorization server as far as a FHIR server sees one: a name, and the keys it publishes. It grants what a test says. */
public final class TestIssuer {

    /** Trusted by every server that tests start. */
    public static final TestIssuer TRUSTED = new TestIssuer();

    /** A client with which everything is agreed, sensitive notes included. */
    public static final String ALL_POWERFUL = "test-all-powerful";

    /** A client with which it is agreed that it reads and writes Observations. */
    public static final String OBSERVER = "test-observer";

    /** The FHIR bases of the EHRs that it speaks for under its third name, that of an app. */
    public static final List<String> EHRS = List.of("https://one.example/fhir", "https://two.example/fhir");

    /** The tenant of whom it vouches under its second name. */
    public static final String TENANT = "test-tenant";

    private final RSAKey key;
    private final HttpServer server;

    /** One that is trusted by nobody who was not told so. */
    public TestIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
        } catch (JOSEException e) {
            throw new IllegalStateException("No key could be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys could not be published", e);
        }
    }

    /** What its tokens name as {@code iss}. */
    public String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the tokens name as {@code iss} that are good for one tenant alone, and for nothing but its Observations. */
    public String nameForTenant() {
        return name() + "/tenant";
    }

    /** What its grants name as {@code iss}: an app that was launched by {@link #EHRS}. */
    public String nameOfApp() {
        return name() + "/app";
    }

    RSAKey key() {
        return key;
    }

    /** The settings with which a demo EHR trusts it, beside its own authorization server. */
    public List<String> settings() {
        String ofTenant = "cbt-homework.access.issuers[1].";
        String ofApp = "cbt-homework.access.issuers[2].";
        String prefix = "cbt-homework.access.issuers[3].";
        return List.of(
                ofTenant + "issuer=" + nameForTenant(),
                ofTenant + "jwks=" + name() + "/jwks",
                ofTenant + "tenant=" + TENANT,
                ofTenant + "may-grant=patient/Observation.rs",
                ofApp + "issuer=" + nameOfApp(),
                ofApp + "jwks=" + name() + "/jwks",
                ofApp + "speaks-for=" + String.join(" ", EHRS),
                prefix + "issuer=" + name(),
                prefix + "jwks=" + name() + "/jwks",
                prefix + "clients[0].id=" + ALL_POWERFUL,
                prefix + "clients[0].scopes=system/*.cruds",
                prefix + "clients[0].sensitive=true",
                prefix + "clients[1].id=" + OBSERVER,
                prefix + "clients[1].scopes=system/Observation.cruds");
    }

    /** Arguments that start a demo EHR which trusts it, after others. */
    public String[] arguments(String... others) {
        return Stream.concat(Stream.of(others), settings().stream().map(setting -> "--" + setting))
                .toArray(String[]::new);
    }

    /** A token to be filled in, for a FHIR server. */
    public Token token(String base) {
        return new Token(this, base);
    }

    /** A grant to be filled in, of the launch of an app by an EHR, for a FHIR server. */
    public Token grant(String base, String ehr) {
        return new Token(this, base)
                .claim("iss", nameOfApp())
                .claim("ehr", ehr)
                .typed("at+jwt")
                .expiring(Instant.now().plus(Duration.ofMinutes(4)));
    }

    /** A token that may do everything at a FHIR server. */
    public String everything(String base) {
        return token(base).client(ALL_POWERFUL).scope("system/*.cruds").signed();
    }
}
