package org.cbthomework.launch;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The SMART app: launched by EHRs, it shows homework to clinicians and patients. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
public class SmartApp {

    public static void main(String[] args) {
        SpringApplication.run(SmartApp.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
