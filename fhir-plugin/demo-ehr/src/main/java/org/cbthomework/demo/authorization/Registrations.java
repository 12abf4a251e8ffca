package org.cbthomework.demo.authorization;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param clients by their client_id */
@ConfigurationProperties("cbt-homework.demo")
record Registrations(@DefaultValue Map<String, Registration> clients) {}
