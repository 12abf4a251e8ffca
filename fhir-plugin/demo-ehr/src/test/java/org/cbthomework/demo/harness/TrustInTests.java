package org.cbthomework.demo.harness;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Has a server trust the issuer of the tests. */
final class TrustInTests implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(TestIssuer.TRUSTED.settings()).applyTo(context);
    }
}
