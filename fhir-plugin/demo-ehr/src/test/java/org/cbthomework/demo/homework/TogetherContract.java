package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cbthomework.demo.harness.Eventually;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many at once, all or nothing: what is acknowledged counts, what is not does not. */
abstract class TogetherContract {

    private static final int WRITERS = 8;

    @Autowired
    FhirHttp ehr;

    @Test
    void eight_parallel_responses_to_one_assignment_all_succeed_and_count() throws Exception {
        Case homework = Case.assigned(ehr);

        List<Reply> replies = atOnce(writer ->
                homework.respond("r" + writer, "completed", "2026-03-%02dT20:10:00+01:00".formatted(2 + writer % 7)));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(homework.counts().done()).isEqualTo("7 of 7");
        assertThat(homework.counts().of("extra")).isOne();
    }

    @Test
    void thirty_two_parallel_responses_to_one_assignment_are_each_counted_once_and_published_as_counted()
            throws Exception {
        Case homework = Case.assigned(ehr);

        List<Reply> replies = atOnce(
                32,
                writer -> untilTaken(() -> ehr.put(
                        "/QuestionnaireResponse/" + homework.name("r" + writer),
                        ofEvening(homework, "r" + writer, 2 + writer % 7))));

        assertThat(replies).extracting(Reply::status).allMatch(status -> status == 200 || status == 201);
        assertThat(homework.counts().done()).isEqualTo("7 of 7");
        assertThat(homework.counts().of("extra")).isEqualTo(25);
        Eventually.holds(() -> new Published(ehr, homework.patient).agrees());
    }

    @Test
    void of_eight_parallel_responses_to_one_occasion_one_is_done_and_seven_are_extra() throws Exception {
        Case homework = Case.assigned(ehr);

        List<Reply> replies = atOnce(
                WRITERS,
                writer -> untilTaken(() -> ehr.put(
                        "/QuestionnaireResponse/" + homework.name("r" + writer),
                        ofEvening(homework, "r" + writer, 4))));

        assertThat(replies).extracting(Reply::status).allMatch(status -> status == 200 || status == 201);
        assertThat(homework.counts().done()).isEqualTo("1 of 7");
        assertThat(homework.counts().of("extra")).isEqualTo(7);
        Eventually.holds(() -> new Published(ehr, homework.patient).agrees());
    }

    @Test
    void eight_parallel_deliveries_of_one_response_count_once() throws Exception {
        Case homework = Case.assigned(ehr);

        List<Reply> replies = atOnce(writer -> homework.respond("r", "completed", "2026-03-02T20:10:00+01:00"));

        assertThat(replies)
                .extracting(Reply::status)
                .contains(201)
                .allMatch(status -> List.of(200, 201, 409).contains(status));
        assertThat(homework.counts().done()).isEqualTo("1 of 7");
        assertThat(homework.counts().of("extra")).isZero();
    }

    @Test
    void four_writers_of_one_task_at_once_are_all_taken() throws Exception {
        String task = givenTask();
        String json = ehr.get(task).body();

        List<Reply> replies = atOnce(4, writer -> ehr.put(task, described(json, writer)));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
    }

    @Test
    void of_two_writers_who_name_the_version_that_they_change_one_is_told_of_the_other() throws Exception {
        String task = givenTask();
        Reply stored = ehr.get(task);
        String version = stored.as(Task.class).getMeta().getVersionId();

        List<Reply> replies = atOnce(2, writer -> ehr.putIfMatch(task, version, described(stored.body(), writer)));

        assertThat(replies)
                .extracting(Reply::status)
                .filteredOn(status -> status == 200)
                .hasSizeLessThan(2);
        assertThat(replies)
                .extracting(Reply::status)
                .allMatch(status -> List.of(200, 409, 412).contains(status));
    }

    private String givenTask() {
        Case homework = Case.admitted(ehr);
        String plan = "plan-" + homework.patient;
        Case.stored(homework.planWithTasks(plan));
        return "/Task/" + plan + "-1";
    }

    private static String described(String task, int writer) {
        return task.replaceFirst("\\{", "{ \"description\": \"writer " + writer + "\", ");
    }

    @Test
    void a_transaction_that_assigns_and_answers_at_once_counts_whatever_its_order() {
        String order = UUID.randomUUID().toString();
        Case.admitted(ehr);

        Reply reply = ehr.post("/", atOnceBundle(order, "4"));

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        Bundle found = ehr.get("/ServiceRequest?identifier=https://example.org/order%7C" + order)
                .as(Bundle.class);
        String id = found.getEntryFirstRep().getResource().getIdElement().getIdPart();
        Bundle report =
                ehr.get("/ServiceRequest/" + id + "/$homework-adherence").as(Bundle.class);
        assertThat(Counts.only(report).done()).isEqualTo("1 of 7");
    }

    @Test
    void a_transaction_that_is_rolled_back_counts_nothing_and_leaves_nothing() {
        String order = UUID.randomUUID().toString();
        Case.admitted(ehr);

        Reply reply = ehr.post("/", atOnceBundle(order, "44"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(ehr.get("/ServiceRequest?identifier=https://example.org/order%7C" + order)
                        .as(Bundle.class)
                        .getEntry())
                .isEmpty();
    }

    @Test
    void a_response_in_a_transaction_that_fails_elsewhere_does_not_count() {
        Case homework = Case.assigned(ehr);
        String response = homework.response(
                "r", "ServiceRequest/" + homework.assignment, "completed", "2026-03-02T20:10:00+01:00");
        String bundle = """
                {"resourceType": "Bundle", "type": "transaction", "entry": [
                  {"resource": %s, "request": {"method": "PUT", "url": "QuestionnaireResponse/%s"}},
                  {"resource": %s, "request": {"method": "PUT", "url": "QuestionnaireResponse/%s"}}]}
                """;

        Reply failed = ehr.post(
                "/",
                bundle.formatted(
                        response,
                        homework.name("r"),
                        response.replace(homework.name("r"), homework.name("s"))
                                .replace("\"valueInteger\": 4", "\"valueInteger\": 44"),
                        homework.name("s")));
        assertThat(failed.status()).isEqualTo(422);
        assertThat(homework.counts().done()).isEqualTo("0 of 7");

        Reply taken = ehr.post(
                "/",
                bundle.formatted(
                        response,
                        homework.name("r"),
                        response.replace(homework.name("r"), homework.name("s")).replace("03-02", "03-03"),
                        homework.name("s")));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(homework.counts().done()).isEqualTo("2 of 7");
    }

    private static String atOnceBundle(String order, String peak) {
        return Case.fixture("assigned-and-done-at-once")
                .with("order", order)
                .with("peak", peak)
                .json();
    }

    private static String ofEvening(Case homework, String id, int day) {
        return Case.naming(
                "%s/2026-03-%02dT20:00".formatted(homework.assignment, day),
                homework.response(
                        id,
                        "ServiceRequest/" + homework.assignment,
                        "completed",
                        "2026-03-%02dT20:10:00+01:00".formatted(day)));
    }

    /** What another writer was faster than, or the server was too busy for, is sent again. */
    private static Reply untilTaken(Supplier<Reply> sending) {
        Reply reply = sending.get();
        while (reply.status() == 409 || reply.status() == 503) {
            reply = sending.get();
        }
        return reply;
    }

    private interface Writing {
        Reply by(int writer);
    }

    private static List<Reply> atOnce(Writing writing) throws Exception {
        return atOnce(WRITERS, writing);
    }

    private static List<Reply> atOnce(int number, Writing writing) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(number);
        CyclicBarrier start = new CyclicBarrier(number);
        try {
            List<Callable<Reply>> all = IntStream.range(0, number)
                    .<Callable<Reply>>mapToObj(writer -> () -> {
                        start.await();
                        return writing.by(writer);
                    })
                    .toList();
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : writers.invokeAll(all)) {
                replies.add(reply.get());
            }
            return replies;
        } finally {
            writers.shutdown();
        }
    }
}
