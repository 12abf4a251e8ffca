package org.cbthomework.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

@Tag("server")
class InterruptedThreadTest {

    @TempDir
    Path data;

    @Test
    void an_interrupted_thread_closes_the_database_for_nobody() throws Exception {
        try (Connection everybody = DriverManager.getConnection(shippedUrl());
                Statement sql = everybody.createStatement()) {
            sql.execute("create table visit (id int primary key)");

            Thread.currentThread().interrupt();
            try (Connection interrupted = DriverManager.getConnection(shippedUrl());
                    Statement write = interrupted.createStatement()) {
                write.execute("insert into visit (id) values (1)");
            } finally {
                // Clears the flag, where the file system has not done so already.
                Thread.interrupted();
            }

            assertThat(visits(sql)).isOne();
        }
    }

    private static int visits(Statement sql) throws SQLException {
        try (ResultSet rows = sql.executeQuery("select count(*) from visit")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private String shippedUrl() throws IOException {
        return PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"))
                .getProperty("spring.datasource.url")
                .replace("${cbt-homework.data}", data.toString());
    }
}
