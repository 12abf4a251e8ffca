package org.cbthomework.plugin;

import java.util.function.Supplier;
import org.cbthomework.plugin.access.AccessSettings;
import org.cbthomework.plugin.access.SmartAccess;
import org.cbthomework.plugin.audit.AuditSettings;
import org.cbthomework.plugin.audit.AuditTrail;
import org.cbthomework.plugin.input.InputGuards;
import org.cbthomework.plugin.publication.OwnResources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/** Has input guarded, and access guarded and audited, where that is set up; a server with rules of its own sets up none. */
final class Guarding {

    private static final Logger LOG = LoggerFactory.getLogger(Guarding.class);

    private final Host host;
    private final SmartAccess access;
    private final AuditTrail trail;
    private final Environment environment;
    private final InputGuards input;
    private final Supplier<AccessSettings> settings;

    Guarding(Host host, SmartAccess access, AuditTrail trail, Environment environment) {
        this.host = host;
        this.access = access;
        this.trail = trail;
        this.environment = environment;
        this.input = InputGuards.configured(host.fhir(), environment);
        this.settings = SingletonSupplier.of(() -> AccessSettings.parse(environment));
    }

    void register() {
        input.standBefore(host.server());
        boolean isGuarded = AccessSettings.arePresent(environment);
        Supplier<String> base = () -> isGuarded ? settings.get().base() : "";
        trail.register(host.server(), AuditSettings.parse(environment, isGuarded), access.patients(base), base);
        if (isGuarded) {
            access.register(host.server(), host.interceptors(), settings, new OwnResources());
        } else {
            LOG.warn("Access is not guarded by the homework plugin: cbt-homework.access.issuers[0].issuer is not set");
        }
    }

    /** Fails the start, rather than the first request, if the settings cannot be read. */
    void check() {
        if (AccessSettings.arePresent(environment)) {
            LOG.debug("Access is guarded for {}", settings.get().base());
        }
    }
}
