package org.cbthomework.plugin.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UriType;

/** Says to everybody how to get a token: {@code .well-known/smart-configuration}, and the security part of the metadata. */
@Interceptor
final class DiscoveryHooks {

    private static final int BEFORE_AUTHENTICATION = -200;
    private static final String PATH = ".well-known/smart-configuration";
    private static final String SERVICES = "http://terminology.hl7.org/CodeSystem/restful-security-service";
    private static final String ENDPOINTS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

    private static final Map<String, String> NAMES = Map.of(
            "authorization_endpoint", "authorize",
            "token_endpoint", "token",
            "introspection_endpoint", "introspect",
            "revocation_endpoint", "revoke",
            "registration_endpoint", "register",
            "management_endpoint", "manage");

    private final Discovery discovery;
    private final Origins origins;

    DiscoveryHooks(Discovery discovery, Origins origins) {
        this.discovery = discovery;
        this.origins = origins;
    }

    /** Browsers ask first whether an app of another origin may ask. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_PROCESSED, order = BEFORE_AUTHENTICATION)
    public boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return origins.admit(request, response);
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED, order = BEFORE_AUTHENTICATION)
    public boolean discover(ServletRequestDetails request, HttpServletResponse response) throws IOException {
        boolean isAsked = PATH.equals(request.getRequestPath())
                && "GET".equals(request.getServletRequest().getMethod());
        if (!isAsked) {
            return true;
        }
        byte[] document;
        try {
            document = discovery.document().getBytes(StandardCharsets.UTF_8);
        } catch (IOException away) {
            throw Denial.unverifiable();
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
        return false;
    }

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void describe(IBaseConformance statement) {
        if (statement instanceof CapabilityStatement capabilities) {
            capabilities.getRest().forEach(rest -> describe(rest.getSecurity()));
        }
    }

    private void describe(CapabilityStatementRestSecurityComponent security) {
        if (origins.areAny()) {
            security.setCors(true);
        }
        security.getService().clear();
        security.addService().addCoding().setSystem(SERVICES).setCode("SMART-on-FHIR");
        security.getExtension().removeIf(extension -> ENDPOINTS.equals(extension.getUrl()));
        Extension endpoints = security.addExtension();
        endpoints.setUrl(ENDPOINTS);
        try {
            discovery.configuration().forEach((name, value) -> {
                if (NAMES.containsKey(name)) {
                    endpoints.addExtension(NAMES.get(name), new UriType(value.toString()));
                }
            });
        } catch (IOException away) {
            security.setDescription("The authorization server cannot be reached to name its endpoints");
        }
    }
}
