package org.cbthomework.launch.fhir;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.cbthomework.launch.exchange.Exchanging;
import org.cbthomework.launch.homework.Offers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What homework servers offer, by their CapabilityStatements, which are read now and then. */
public final class Capabilities {

    private static final Logger LOG = LoggerFactory.getLogger(Capabilities.class);

    private static final Duration FRESH = Duration.ofMinutes(10);
    /** One that could not be read is asked again so much sooner. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);

    private final JsonMapper json = JsonMapper.builder().build();
    private final Exchanging http;
    private final Clock clock;
    /** As many as there are homework servers in the configuration. */
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    public Capabilities(Exchanging http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /** What a server said, and until when that is believed. */
    private record Told(Offers offers, Instant until) {}

    /** Of the server at a FHIR base. If it does not say, it is taken to offer everything. */
    Offers at(String base) {
        Told known = told.get(base);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.offers();
        }
        Told now = ask(base, known);
        if (known == null || !known.offers().equals(now.offers())) {
            tell(base, now.offers());
        }
        told.put(base, now);
        return now.offers();
    }

    private Told ask(String base, @Nullable Told known) {
        try {
            JsonNode rest = json.readTree(
                            http.json(URI.create(base + "/metadata")).text())
                    .path("rest");
            Offers offers = rest.isEmpty() ? Offers.ALL : offers(rest.get(0));
            return new Told(offers, clock.instant().plus(FRESH));
        } catch (IOException | JacksonException untold) {
            return new Told(
                    known == null ? Offers.ALL : known.offers(), clock.instant().plus(UNTOLD));
        }
    }

    private static Offers offers(JsonNode rest) {
        return new Offers(
                operations(rest).anyMatch("homework-adherence"::equals),
                can(rest, "ServiceRequest", "create")
                        && can(rest, "ServiceRequest", "update")
                        && can(rest, "CarePlan", "update"),
                can(rest, "QuestionnaireResponse", "update"));
    }

    private static Stream<String> operations(JsonNode rest) {
        return Stream.concat(Stream.of(rest), rest.path("resource").valueStream())
                .flatMap(each -> each.path("operation").valueStream())
                .map(operation -> operation.path("name").asString("").replace("$", ""));
    }

    private static boolean can(JsonNode rest, String type, String interaction) {
        return rest.path("resource")
                .valueStream()
                .filter(resource -> type.equals(resource.path("type").asString("")))
                .flatMap(resource -> resource.path("interaction").valueStream())
                .anyMatch(each -> interaction.equals(each.path("code").asString("")));
    }

    private static void tell(String base, Offers offers) {
        List<String> missing = new ArrayList<>();
        if (!offers.counts()) {
            missing.add("$homework-adherence, so clinicians see no counts (is the plugin in it?)");
        }
        if (!offers.assignments()) {
            missing.add("writing ServiceRequests and CarePlans, so nothing can be assigned");
        }
        if (!offers.answers()) {
            missing.add("updating QuestionnaireResponses, so nobody can answer");
        }
        if (!missing.isEmpty()) {
            LOG.warn("{} does not offer {}", base, String.join("; nor ", missing));
        }
    }
}
