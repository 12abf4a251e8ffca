package org.cbthomework.demo.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cbthomework.demo.harness.TestIssuer;
import org.cbthomework.plugin.access.rule.Rule;

/** Whoever cannot say who they are gets nothing, whatever they ask for; family 20 and what comes before all others. */
final class BadTokens {

    private static final TestIssuer STRANGER = new TestIssuer();

    private BadTokens() {}

    /** A token, and the rule that refuses it. */
    private record Bad(Optional<String> token, Optional<Rule> rule) {

        static Bad of(String token, Rule rule) {
            return new Bad(Optional.of(token), Optional.of(rule));
        }

        static Bad of(String token) {
            return new Bad(Optional.of(token), Optional.empty());
        }
    }

    static void tryAll(Checks checks) {
        Map<String, Ask> asked = asked(checks.world);
        tokens(checks.visitors)
                .forEach((who, bad) -> asked.forEach((what, ask) -> checks.unauthenticated(
                        20,
                        who + " does not let anybody " + what,
                        bad.token().orElse(null),
                        ask,
                        bad.rule().stream().toArray(Rule[]::new))));
        Ask read = Ask.get("/Patient/" + checks.world.a);
        String good = checks.visitors.patientA().signed();
        checks.unauthenticated(
                20, "A token in the address is none", null, Ask.get(read.path() + "?access_token=" + good));
        checks.unauthenticated(
                20, "A token by another scheme is none", null, read.with("Authorization", "Basic " + good));
        checks.unauthenticated(20, "A token without its scheme is none", null, read.with("Authorization", good));
        checks.unauthenticated(20, "Another path does not become public by a page", null, Ask.get("/metadata/Patient"));
        checks.unauthenticated(
                20, "Capabilities are public, and no page is with them", null, Ask.post("/metadata?_getpages=x", ""));
    }

    private static Map<String, Ask> asked(World world) {
        Map<String, Ask> asked = new LinkedHashMap<>();
        asked.put("read", Ask.get("/Patient/" + world.b));
        asked.put("search", Ask.get("/Observation?patient=" + world.b));
        asked.put("search by POST", Ask.form("/Observation/_search", "patient=" + world.b));
        asked.put("create", Ask.post("/QuestionnaireResponse", world.answerOfA()));
        asked.put("delete", Ask.delete("/QuestionnaireResponse/qr-" + world.b));
        asked.put("post a bundle", Ask.post("/", Bundles.of("batch", Bundles.entry("GET", "Patient/" + world.b))));
        asked.put("run an operation", Ask.get("/Patient/" + world.b + "/$homework-adherence"));
        asked.put("see all that changed", Ask.get("/_history"));
        asked.put("see a definition", Ask.get("/Questionnaire"));
        return asked;
    }

    private static Map<String, Bad> tokens(Visitors visitors) {
        Map<String, Bad> tokens = new LinkedHashMap<>();
        tokens.put("No token", new Bad(Optional.empty(), Optional.of(Rule.TOKEN_IS_PRESENTED)));
        tokens.put("Garbage", Bad.of("garbage"));
        tokens.put("Garbage in three parts", Bad.of("e30.e30.e30"));
        tokens.put("An unsigned token", Bad.of(visitors.patientA().unsigned(), Rule.TOKEN_IS_SIGNED));
        tokens.put(
                "A token signed by a stranger", Bad.of(visitors.patientA().signedBy(STRANGER), Rule.TOKEN_IS_SIGNED));
        tokens.put(
                "A token whose signature is cut off",
                Bad.of(cut(visitors.patientA().signed())));
        tokens.put(
                "A token of an unknown issuer",
                Bad.of(
                        visitors.patientA()
                                .claim("iss", "https://elsewhere.example")
                                .signed(),
                        Rule.ISSUER_IS_TRUSTED));
        tokens.put(
                "A token of no issuer",
                Bad.of(visitors.patientA().claim("iss", null).signed(), Rule.ISSUER_IS_TRUSTED));
        tokens.put(
                "An expired token",
                Bad.of(
                        visitors.patientA()
                                .expiring(Visitors.ago(Duration.ofSeconds(2)))
                                .signed(),
                        Rule.TOKEN_IS_CURRENT));
        tokens.put(
                "A token without an end",
                Bad.of(visitors.patientA().claim("exp", null).signed(), Rule.TOKEN_IS_CURRENT));
        tokens.put(
                "A token that is not valid yet",
                Bad.of(
                        visitors.patientA()
                                .claim("nbf", Date.from(Instant.now().plus(Duration.ofMinutes(5))))
                                .signed(),
                        Rule.TOKEN_IS_CURRENT));
        tokens.put(
                "A token for another server",
                Bad.of(
                        visitors.patientA()
                                .claim("aud", List.of("https://elsewhere.example/fhir"))
                                .signed(),
                        Rule.AUDIENCE_IS_THIS_SERVER));
        tokens.put(
                "A token for no server in particular",
                Bad.of(visitors.patientA().claim("aud", null).signed(), Rule.AUDIENCE_IS_THIS_SERVER));
        tokens.put("A token of tenant 2", Bad.of(visitors.ofTenant("other").signed(), Rule.TENANT_IS_THIS_ONE));
        tokens.put("A token of no tenant", Bad.of(visitors.ofTenant("").signed(), Rule.TENANT_IS_THIS_ONE));
        tokens.putAll(grants(visitors));
        return tokens;
    }

    /** Grants of an app for launches. */
    private static Map<String, Bad> grants(Visitors visitors) {
        String one = TestIssuer.EHRS.get(0);
        Map<String, Bad> grants = new LinkedHashMap<>();
        grants.put(
                "A grant for an EHR that the app does not speak for",
                Bad.of(visitors.granted("https://elsewhere.example/fhir", "1").signed(), Rule.APP_SPEAKS_FOR_ITS_EHRS));
        grants.put(
                "A grant for no EHR in particular",
                Bad.of(visitors.granted(one, "1").claim("ehr", null).signed()));
        grants.put(
                "A grant for an hour",
                Bad.of(
                        visitors.granted(one, "1")
                                .expiring(Instant.now().plus(Duration.ofHours(1)))
                                .signed(),
                        Rule.GRANT_IS_OF_ONE_LAUNCH));
        grants.put(
                "What an app has signed for another purpose",
                Bad.of(visitors.granted(one, "1").typed("JWT").signed(), Rule.GRANT_IS_OF_ONE_LAUNCH));
        grants.put(
                "A grant signed by a stranger",
                Bad.of(visitors.granted(one, "1").signedBy(STRANGER), Rule.TOKEN_IS_SIGNED));
        grants.put(
                "A grant for another server",
                Bad.of(
                        visitors.granted(one, "1")
                                .claim("aud", "https://elsewhere.example/fhir")
                                .signed(),
                        Rule.AUDIENCE_IS_THIS_SERVER));
        grants.put(
                "A grant replayed after its launch",
                Bad.of(
                        visitors.granted(one, "1")
                                .claim("iat", Date.from(Visitors.ago(Duration.ofMinutes(3))))
                                .expiring(Visitors.ago(Duration.ofSeconds(2)))
                                .signed(),
                        Rule.TOKEN_IS_CURRENT));
        return grants;
    }

    private static String cut(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }
}
