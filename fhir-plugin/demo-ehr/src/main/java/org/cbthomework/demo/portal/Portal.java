package org.cbthomework.demo.portal;

import org.cbthomework.demo.authorization.Charts;
import org.cbthomework.demo.authorization.Issuer;
import org.cbthomework.demo.authorization.Launches;
import org.cbthomework.demo.authorization.Users;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages, and the app that they launch: {@code cbt-homework.demo.app-client}. */
@Configuration(proxyBeanMethods = false)
@Import(PortalPages.class)
public class Portal {

    @Bean
    LaunchingHomework launchingHomework(
            Issuer issuer,
            Launches launches,
            Users users,
            Charts charts,
            @Value("${cbt-homework.demo.app-client}") String client,
            @Value("${cbt-homework.demo.app-launch}") String address) {
        return new LaunchingHomework(issuer, launches, users, charts, client, address);
    }
}
