package org.cbthomework.launch.ehr;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one registration, and says what is wrong with it. */
final class Registration {

    private static final Pattern HOST = Pattern.compile("(?:[a-z0-9.-]+|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?");
    private static final Pattern ANCESTOR = Pattern.compile(
            "https://(?:\\*\\.)?[a-z0-9.-]+(?::[0-9]{1,5})?|http://(?:localhost|127\\.0\\.0\\.1)(?::[0-9]{1,5})?");

    private final String setting;
    private final EhrSettings told;

    Registration(String setting, EhrSettings told) {
        this.setting = setting;
        this.told = told;
    }

    Ehr read() {
        String issuer = needed("issuer", told.issuer(), "the FHIR base, as the EHR sends it in iss");
        Address address = Address.of(issuer)
                .filter(each -> each.uri().getRawQuery() == null)
                .orElseThrow(() -> invalid(
                        "issuer",
                        "is '" + issuer + "', which is no https address without user, query or fragment",
                        "give the FHIR base, such as https://ehr.example.org/fhir (http only to localhost)"));
        String name = told.name() == null || told.name().isBlank() ? address.host() : told.name();
        return new Ehr(
                issuer,
                name,
                needed("client-id", told.clientId(), "what the EHR registered the app as"),
                credential(),
                scopes(),
                hosts(address),
                ancestors(),
                homework(issuer),
                new AgreedScopes(
                        agreed("patient", told.homeworkScopes().patient()),
                        agreed("clinician", told.homeworkScopes().clinician())));
    }

    private List<String> agreed(String role, @Nullable String scopes) {
        if (scopes == null || scopes.isBlank()) {
            return List.of();
        }
        String name = "homework-scopes." + role;
        if (told.homework() == null || told.homework().isBlank()) {
            throw invalid(
                    name,
                    "is given, but homework is not: it is at the EHR, which grants what it wants to",
                    "leave it out, or give the FHIR base of the homework server as homework");
        }
        List<String> agreed = words(scopes);
        agreed.stream().filter(scope -> !RequestedScope.isOfHomework(scope)).forEach(scope -> {
            throw invalid(
                    name,
                    "has '" + scope + "', which is not about one kind of homework",
                    "give scopes such as patient/Task.rs or user/ServiceRequest.crus, each kind by its name; the Patient"
                            + " is the EHR's to show");
        });
        return agreed;
    }

    private static List<String> words(String scopes) {
        return Arrays.stream(scopes.trim().split("\\s+")).distinct().toList();
    }

    /** Null where it is the EHR itself. */
    private @Nullable String homework(String issuer) {
        String homework = told.homework();
        if (homework == null || homework.isBlank()) {
            return null;
        }
        String base = withoutSlash(homework);
        if (base.equals(withoutSlash(issuer))) {
            throw invalid("homework", "is '" + homework + "', which is the EHR itself", "leave it out");
        }
        return Address.of(base)
                .filter(each -> each.uri().getRawQuery() == null)
                .map(each -> base)
                .orElseThrow(() -> invalid(
                        "homework",
                        "is '" + homework + "', which is no https address without user, query or fragment",
                        "give the FHIR base, such as https://homework.example.org/fhir (http only to localhost)"));
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private Credential credential() {
        boolean hasSecret = told.secret() != null && !told.secret().isBlank();
        boolean isSecret = told.authentication().equals("client_secret_basic");
        if (hasSecret && !isSecret) {
            throw invalid(
                    "secret",
                    "is given, but authentication is '" + told.authentication() + "'",
                    "set authentication to client_secret_basic, or leave the secret out");
        }
        boolean isSigned = told.authentication().equals("private_key_jwt");
        if (!isSigned && (told.algorithm() != null || told.sendsClientId())) {
            throw invalid(
                    told.algorithm() != null ? "algorithm" : "sends-client-id",
                    "is given, but authentication is '" + told.authentication() + "'",
                    "set authentication to private_key_jwt, or leave it out");
        }
        return switch (told.authentication()) {
            case "public" -> new Credential.None();
            case "client_secret_basic" ->
                new Credential.Secret(needed("secret", told.secret(), "the client secret that the EHR gave"));
            case "private_key_jwt" -> new Credential.Signature(algorithm(), told.sendsClientId());
            default ->
                throw invalid(
                        "authentication",
                        "is '" + told.authentication() + "', which is not known",
                        "give public, client_secret_basic or private_key_jwt");
        };
    }

    private Credential.Algorithm algorithm() {
        String algorithm = told.algorithm();
        if (algorithm == null) {
            return Credential.Algorithm.RS384;
        }
        return Arrays.stream(Credential.Algorithm.values())
                .filter(each -> each.name().equals(algorithm))
                .findFirst()
                .orElseThrow(() ->
                        invalid("algorithm", "is '" + algorithm + "', which is not signed by", "give RS384 or ES384"));
    }

    private List<String> scopes() {
        List<String> scopes = words(
                needed("scopes", told.scopes(), "what to ask for, such as 'launch openid fhirUser patient/*.rs'"));
        for (String scope : scopes) {
            if (!RequestedScope.isWellFormed(scope)) {
                throw invalid(
                        "scopes",
                        "has '" + scope + "', which no user is asked for",
                        "give scopes of SMART App Launch: launch, launch/patient, openid, fhirUser, offline_access,"
                                + " patient/Task.rs, user/*.read and so on");
            }
        }
        return scopes;
    }

    private Set<String> hosts(Address issuer) {
        if (told.hosts().isEmpty()) {
            return Set.of(issuer.host());
        }
        return told.hosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .map(host -> matching(HOST, host, "hosts", "give a host, or host:port, such as login.example.org"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<String> ancestors() {
        return told.frameAncestors().stream()
                .map(each -> matching(
                        ANCESTOR, each, "frame-ancestors", "give an origin, such as https://portal.example.org"))
                .toList();
    }

    private String matching(Pattern pattern, String value, String name, String remedy) {
        if (!pattern.matcher(value).matches()) {
            throw invalid(name, "has '" + value + "', which is none", remedy);
        }
        return value;
    }

    private String needed(String name, @Nullable String value, String meaning) {
        if (value == null || value.isBlank()) {
            throw invalid(name, "is not set", "give " + meaning);
        }
        return value;
    }

    private InvalidSetting invalid(String name, String problem, String remedy) {
        return new InvalidSetting(setting + "." + name, problem, remedy);
    }
}
