package org.cbthomework.benchmark.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class SearchedTest {

    @Test
    void done_is_the_sum_over_all_assignments_of_a_report() {
        String observation = """
                {"resource": {"resourceType": "Observation", "component": [
                  {"code": {"coding": [{"code": "occasions-due"}]}, "valueInteger": 84},
                  {"code": {"coding": [{"code": "occasions-done"}]}, "valueInteger": %d}]}}""";

        int done = Searched.done("{\"entry\": [" + observation.formatted(76) + "," + observation.formatted(3) + "]}");

        assertThat(done).isEqualTo(79);
        assertThat(Searched.done("{\"resourceType\": \"Bundle\"}")).isZero();
    }

    @Test
    void an_evening_counts_once_for_each_assignment_and_only_if_completed() {
        String page = "{\"entry\": [" + response("a", "completed", "2026-03-02T20:10:00+01:00") + ","
                + response("a", "completed", "2026-03-02T20:40:00+01:00") + ","
                + response("b", "completed", "2026-03-02T20:40:00+01:00") + ","
                + response("a", "in-progress", "2026-03-03T20:40:00+01:00") + "]}";

        assertThat(Searched.evenings(page)).containsExactlyInAnyOrder("a 2026-03-02", "b 2026-03-02");
    }

    @Test
    void the_next_page_is_where_the_server_says() {
        String page = """
                {"link": [{"relation": "self", "url": "http://a"}, {"relation": "next", "url": "http://b"}]}""";

        assertThat(Searched.next(page)).contains("http://b");
        assertThat(Searched.next("{}")).isEmpty();
    }

    @Test
    void percentiles_are_in_milliseconds_and_ratios_of_the_first_to_the_second() {
        Timings fast = new Timings();
        Timings slow = new Timings();
        for (int each = 1; each <= 100; each++) {
            fast.add(TimeUnit.MILLISECONDS.toNanos(each));
            slow.add(TimeUnit.MILLISECONDS.toNanos(2L * each));
        }

        assertThat(fast.count()).isEqualTo(100);
        assertThat(fast.percentile(50)).isBetween(49.9, 50.1);
        assertThat(fast.percentile(95)).isBetween(94.9, 95.1);
        assertThat(slow.ratio(fast, 50)).isBetween(1.99, 2.01);
    }

    private static String response(String order, String status, String authored) {
        return """
                {"resource": {"status": "%s", "basedOn": [{"reference": "%s"}], "authored": "%s"}}""".formatted(status, order, authored);
    }
}
