package org.cbthomework.plugin.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What resources say of assignments and of patients' days, kept resource by resource. */
public final class Facts {

    private final JdbcTemplate sql;
    private final AssignmentRows orders;
    private final OccasionRows given;
    private final CalendarRows days;

    /** Uses the transaction that is open on the data source, if one is. */
    public Facts(DataSource dataSource) {
        this.sql = new JdbcTemplate(dataSource);
        this.orders = new AssignmentRows(dataSource);
        this.given = new OccasionRows(dataSource);
        this.days = new CalendarRows(dataSource);
    }

    /**
     * Records all that a resource says now, in place of what it said before.
     *
     * @return whether it says or said anything
     */
    public boolean record(ResourceFacts facts) {
        boolean held = orders.record(facts.resource(), facts.orders());
        boolean was = facts.given().isEmpty() && given.forget(facts.resource());
        facts.given().forEach(given::record);
        boolean told = days.record(facts.resource(), facts.days());
        return held || was || told || !facts.given().isEmpty();
    }

    /** What is recorded of a resource. */
    public ResourceFacts of(String resource) {
        return new ResourceFacts(
                resource, orders.ofResource(resource), given.ofTask(resource), days.ofResource(resource));
    }

    /** All resources of which anything is recorded. */
    public List<String> resources() {
        return sql.queryForList(
                "SELECT RESOURCE FROM CBT_HOMEWORK.ASSIGNMENT UNION SELECT TASK FROM CBT_HOMEWORK.OCCASION"
                        + " UNION SELECT RESOURCE FROM CBT_HOMEWORK.CALENDAR",
                String.class);
    }
}
