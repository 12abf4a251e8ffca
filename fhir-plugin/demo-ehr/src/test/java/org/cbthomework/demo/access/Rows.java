package org.cbthomework.demo.access;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is stored, by number and version: all but what the server writes by itself and when it pleases. */
record Rows(JdbcTemplate database) {

    Rows(DataSource database) {
        this(new JdbcTemplate(database));
    }

    List<Map<String, Object>> now() {
        return database.queryForList(
                "SELECT RES_TYPE, COUNT(*) AS NUMBER, MAX(RES_ID) AS LATEST, SUM(RES_VER) AS VERSIONS"
                        + " FROM HFJ_RESOURCE WHERE RES_TYPE <> 'AuditEvent' AND FHIR_ID NOT LIKE 'hw-%'"
                        + " GROUP BY RES_TYPE ORDER BY RES_TYPE");
    }
}
