package org.cbthomework.launch.harness;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * EHRs on one port, told apart by the first segment of the path. Each does as it should unless a test has it do
 * otherwise at some path.
 */
public final class FakeEhr {

    public static final String ELSEWHERE = "http://127.0.0.1:1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Asked, Answer>> scripts = new ConcurrentHashMap<>();
    private final Map<String, Function<Asked, Answer>> below = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final RSAKey key;
    private volatile Consumer<Map<String, Object>> granting = granted -> {};
    private volatile Function<Map<String, String>, String> idTokens;

    public FakeEhr() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            key = new RSAKeyGenerator(2048).keyID("fake").generate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        idTokens = request -> idToken(request, claims -> {});
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** Forgets what it was asked and told to do. */
    public void reset() {
        asked.clear();
        scripts.clear();
        below.clear();
        codes.clear();
        granting = granted -> {};
        idTokens = request -> idToken(request, claims -> {});
    }

    public String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public String issuer(String name) {
        return base() + "/" + name + "/fhir";
    }

    /** Has it answer otherwise at a path. */
    public void script(String path, Function<Asked, Answer> answer) {
        scripts.put(path, answer);
    }

    /** Has it answer otherwise at all paths below one that nothing else was said of. */
    public void scriptBelow(String path, Function<Asked, Answer> answer) {
        below.put(path, answer);
    }

    /** Has it tell something else beside the token. */
    public void grant(Consumer<Map<String, Object>> change) {
        granting = change;
    }

    /** Has it give another id_token. */
    public void identify(Function<Map<String, String>, String> idToken) {
        idTokens = idToken;
    }

    public RSAKey key() {
        return key;
    }

    /** What it was asked at paths that end so. */
    public List<Asked> asked(String end) {
        return asked.stream().filter(each -> each.path().endsWith(end)).toList();
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** A code for an authorization request, as if its user had consented. */
    public String code(Map<String, String> request) {
        String code = "code-" + java.util.UUID.randomUUID();
        codes.put(code, request);
        return code;
    }

    /** An id_token for an authorization request, with claims changed. */
    public String idToken(Map<String, String> request, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = claims(request);
        change.accept(claims);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("fake").build(), claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public JWTClaimsSet.Builder claims(Map<String, String> request) {
        return new JWTClaimsSet.Builder()
                .issuer(authorizationServer(request))
                .subject("user")
                .audience(request.getOrDefault("client_id", ""))
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", request.get("nonce"))
                .claim("fhirUser", request.get("aud") + "/Patient/p1");
    }

    private static String authorizationServer(Map<String, String> request) {
        return request.getOrDefault("aud", "").replace("/fhir", "");
    }

    private void serve(HttpExchange exchange) throws IOException {
        Asked question = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(question);
        Answer answer =
                scripts.getOrDefault(question.path(), this::belowOrUsual).apply(question);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private Answer belowOrUsual(Asked question) {
        return below.entrySet().stream()
                .filter(each -> question.path().startsWith(each.getKey()))
                .findFirst()
                .map(each -> each.getValue().apply(question))
                .orElseGet(() -> answer(question));
    }

    private Answer answer(Asked question) {
        String[] path = question.path().split("/", 3);
        String own = base() + "/" + path[1];
        return switch (path[2]) {
            case "fhir/.well-known/smart-configuration" -> Answer.json(configuration(path[1]));
            case ".well-known/openid-configuration" ->
                Answer.json("{\"issuer\":\"" + own + "\",\"jwks_uri\":\"" + own + "/keys\"}");
            case "keys" -> Answer.json(new JWKSet(key).toString());
            case "token" -> token(question);
            case "revoke" -> Answer.status(200);
            case "fhir/Patient/p1" ->
                Answer.fhir("{\"resourceType\":\"Patient\",\"id\":\"p1\",\"birthDate\":\"1990-02-03\","
                        + "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/timezone\","
                        + "\"valueCode\":\"Asia/Tokyo\"}],"
                        + "\"name\":[{\"use\":\"official\",\"family\":\"Example\",\"given\":[\"Pat\"]}]}");
            default ->
                path[2].startsWith("fhir/")
                        ? Answer.fhir("{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}")
                        : Answer.status(404);
        };
    }

    /** What {@code .well-known/smart-configuration} says unless a test has it say otherwise. */
    public String configuration(String name) {
        return JSON.writeValueAsString(configured(name));
    }

    /** The same, to be changed. */
    public Map<String, Object> configured(String name) {
        String own = base() + "/" + name;
        return new HashMap<>(Map.of(
                "issuer",
                own,
                "authorization_endpoint",
                own + "/authorize",
                "token_endpoint",
                own + "/token",
                "revocation_endpoint",
                own + "/revoke",
                "authorization_response_iss_parameter_supported",
                true,
                "code_challenge_methods_supported",
                List.of("S256"),
                "capabilities",
                List.of("launch-ehr", "sso-openid-connect")));
    }

    /** Has an EHR say something else of itself. */
    public void configure(String name, Consumer<Map<String, Object>> change) {
        Map<String, Object> told = configured(name);
        change.accept(told);
        script(
                "/" + name + "/fhir/.well-known/smart-configuration",
                question -> Answer.json(JSON.writeValueAsString(told)));
    }

    private Answer token(Asked question) {
        Map<String, Object> granted = new LinkedHashMap<>();
        granted.put("access_token", "access-" + java.util.UUID.randomUUID());
        granted.put("refresh_token", "refresh-" + java.util.UUID.randomUUID());
        granted.put("token_type", "Bearer");
        granted.put("expires_in", 3600);
        granted.put("patient", "p1");
        if ("authorization_code".equals(question.form().get("grant_type"))) {
            Map<String, String> request = codes.remove(question.form().getOrDefault("code", ""));
            if (request == null || !Challenge.isMet(request, question.form())) {
                return Answer.error("invalid_grant");
            }
            granted.put("scope", request.get("scope"));
            granted.put("id_token", idTokens.apply(request));
            granted.put("need_patient_banner", true);
            granted.put("intent", "homework-today");
        }
        granting.accept(granted);
        return Answer.json(JSON.writeValueAsString(granted));
    }
}
