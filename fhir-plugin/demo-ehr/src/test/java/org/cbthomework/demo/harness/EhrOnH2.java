package org.cbthomework.demo.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cbthomework.demo.DemoEhr;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** Runs a test against the one demo EHR of this JVM that keeps its data in an H2 database in memory. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("server")
@SpringBootTest(
        classes = {DemoEhr.class, TestParts.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:ehr;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
            "cbt-homework.demo.patients=false"
        })
@ContextConfiguration(initializers = TrustInTests.class)
public @interface EhrOnH2 {}
