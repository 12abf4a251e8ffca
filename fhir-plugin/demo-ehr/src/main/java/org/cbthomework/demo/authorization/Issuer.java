package org.cbthomework.demo.authorization;

import java.net.URI;
import org.springframework.core.env.Environment;

/**
 * The one address of the server, whatever host name a request was sent to: {@code cbt-homework.demo.issuer}, or
 * {@code http://localhost} with the port, which is known only once the server listens.
 */
public final class Issuer {

    /** Below the issuer: where the FHIR interface is. */
    public static final String FHIR_PATH = "/fhir";

    private final Environment environment;

    Issuer(Environment environment) {
        this.environment = environment;
    }

    /** Without a slash at its end. */
    public String url() {
        String told = environment.getProperty("cbt-homework.demo.issuer", "");
        return told.isBlank() ? "http://localhost:" + port() : withoutSlash(told);
    }

    /** What access tokens are for, without a slash at its end. */
    public String fhirBase() {
        return url() + FHIR_PATH;
    }

    String tokenEndpoint() {
        return url() + "/oauth2/token";
    }

    URI uri() {
        return URI.create(url());
    }

    boolean isFhirBase(String address) {
        return withoutSlash(address).equals(fhirBase());
    }

    private String port() {
        return environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
