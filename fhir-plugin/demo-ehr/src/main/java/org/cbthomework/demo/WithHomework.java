package org.cbthomework.demo;

import org.cbthomework.plugin.HomeworkPlugin;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The plugin, unless it is left out to compare the server with itself. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "cbt-homework.demo.plugin", matchIfMissing = true)
@Import(HomeworkPlugin.class)
class WithHomework {}
