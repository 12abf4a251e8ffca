package org.cbthomework.demo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome;

/** Makes the attempt of a check, and sees that nothing comes of it. */
final class Trial {

    /** Stack traces, classes, statements and tables. */
    private static final Pattern INNARDS = Pattern.compile(
            "\\bat [a-z]+\\.[a-z.]+|[a-z]+\\.[a-z]+\\.\\w*Exception|ca\\.uhn|org\\.(hl7|hibernate|springframework)\\.[a-z]"
                    + "|java\\.(lang|util)|HFJ_|SELECT .* FROM|NullPointer|ClassCast",
            Pattern.CASE_INSENSITIVE);

    private static final int CLIENT_ERROR = 400;
    private static final int DENIED = 403;
    private static final int SERVER_ERROR = 500;

    /** So many requests are looked up in the trail by one search. */
    private static final int AT_ONCE = 50;

    private final World world;
    private final Rows rows;
    private final List<String> denied = new ArrayList<>();
    private List<Map<String, Object>> stored;

    Trial(World world, Rows rows) {
        this.world = world;
        this.rows = rows;
        this.stored = rows.now();
    }

    void run(Check check) {
        Reply reply = attempt(check, check.ask());
        switch (check.outcome()) {
            case UNAUTHENTICATED -> {
                assertThat(reply.status()).as(reply.body()).isEqualTo(401);
                assertThat(reply.headers().firstValue("WWW-Authenticate").orElse(""))
                        .startsWith("Bearer");
            }
            case FORBIDDEN -> {
                assertThat(reply.status()).as(reply.body()).isEqualTo(403);
                assertSameForNobody(check, reply);
            }
            case REFUSED -> {
                assertThat(reply.status()).as(reply.body()).isBetween(CLIENT_ERROR, SERVER_ERROR - 1);
                assertSameForNobody(check, reply);
            }
            case NOTHING -> assertSameForNobody(check, reply);
            case SILENT -> assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            case ENTRIES_FORBIDDEN -> {
                assertThat(reply.as(Bundle.class).getEntry()).as(reply.body()).isNotEmpty();
                assertThat(entries(reply)).allMatch(entry -> entry.startsWith("403"));
                assertThat(entries(attempt(check, aboutNobody(check)))).isEqualTo(entries(reply));
            }
        }
        if (check.total() != Check.UNTOLD) {
            assertThat(reply.as(Bundle.class).getTotal()).as(reply.body()).isEqualTo(check.total());
        }
        List<Map<String, Object>> before = stored;
        stored = rows.now();
        assertThat(stored).as("what is stored").isEqualTo(before);
        if (reply.status() == DENIED) {
            denied.add(reply.headers().firstValue("X-Request-ID").orElseThrow());
        }
    }

    /** That each denial so far by a caller who is known is in the trail. */
    void assertAudited() {
        List<String> requests = List.copyOf(denied);
        denied.clear();
        for (int from = 0; from < requests.size(); from += AT_ONCE) {
            world.assertAudited(requests.subList(from, Math.min(from + AT_ONCE, requests.size())));
        }
    }

    private Reply attempt(Check check, Ask ask) {
        Reply reply = ask.by(world.ehr.as(check.token()));
        String all = reply.body() + reply.headers().map();
        assertThat(reply.status()).as(reply.body()).isLessThan(SERVER_ERROR);
        assertThat(all).doesNotContain(world.marked);
        if (reply.status() >= CLIENT_ERROR) {
            assertThat(INNARDS.matcher(all).find()).as(all).isFalse();
            assertThat(reply.headers().firstValue("ETag")).isEmpty();
            assertThat(reply.headers().firstValue("Location")).isEmpty();
        }
        return reply;
    }

    private void assertSameForNobody(Check check, Reply reply) {
        if (aboutNobody(check).equals(check.ask())) {
            return;
        }
        Reply absent = attempt(check, aboutNobody(check));
        assertThat(absent.status()).isEqualTo(reply.status());
        assertThat(withoutMoments(absent)).isEqualTo(withoutMoments(reply).replace(world.b, world.nobody));
    }

    /** Bundles have an id and a time of their own. */
    private static String withoutMoments(Reply reply) {
        return reply.body().replaceAll("\"(id|lastUpdated|timestamp)\":\\s*\"[^\"]*\"", "");
    }

    private Ask aboutNobody(Check check) {
        return check.ask().about(world.nobody, world.b);
    }

    private static List<String> entries(Reply reply) {
        return reply.as(Bundle.class).getEntry().stream()
                .map(BundleEntryComponent::getResponse)
                .map(response -> response.getStatus() + " "
                        + ((OperationOutcome) response.getOutcome())
                                .getIssueFirstRep()
                                .getDiagnostics())
                .toList();
    }
}
