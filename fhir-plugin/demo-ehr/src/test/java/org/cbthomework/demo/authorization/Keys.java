package org.cbthomework.demo.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The keys of a client, and a server of its own that tells the public ones and counts how often it was asked. */
final class Keys implements AutoCloseable {

    /** Made once: it takes long. */
    static final RSAKey REGISTERED = rsa();

    static final RSAKey FOREIGN = rsa();

    private static final ECKey REGISTERED_EC = ec();

    final RSAKey rsa;
    final ECKey ec = REGISTERED_EC;
    final AtomicInteger asked = new AtomicInteger();

    private final HttpServer server;

    Keys(String cacheControl) {
        this(REGISTERED, cacheControl);
    }

    Keys(RSAKey rsa, String cacheControl) {
        this.rsa = rsa;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/jwks", exchange -> {
            asked.incrementAndGet();
            byte[] body = jwks().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Cache-Control", cacheControl);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/jwks";
    }

    String jwks() {
        return new JWKSet(List.<JWK>of(rsa, ec)).toPublicJWKSet().toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2048).keyID("rsa").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_384).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
