package org.cbthomework.plugin.audit;

import ca.uhn.fhir.storage.interceptor.balp.BalpConstants;
import ca.uhn.fhir.storage.interceptor.balp.BalpProfileEnum;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.cbthomework.plugin.access.token.Caller;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;

/** What every event says: what was asked, when, by whom, of whom. */
final class Draft {

    private static final Coding RECIPIENT =
            new Coding("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", "information recipient");

    private final Clock clock;

    Draft(Clock clock) {
        this.clock = clock;
    }

    AuditEvent of(Asked asked, Act act, boolean isAboutAPatient) {
        BalpProfileEnum profile = act.profile(isAboutAPatient);
        AuditEvent event = new AuditEvent();
        event.getMeta().addProfile(profile.getProfileUrl());
        event.setType(new Coding(BalpConstants.CS_AUDIT_EVENT_TYPE, "rest", "Restful Operation"));
        subtype(event, asked.interaction());
        if (!act.subtype().equals(asked.interaction())) {
            subtype(event, act.subtype());
        }
        event.setAction(profile.getAction());
        event.setRecorded(Date.from(clock.instant()));
        event.setOutcome(AuditEventOutcome._0);
        client(event, profile, asked);
        server(event, profile, asked);
        asked.caller().ifPresent(caller -> user(event, caller));
        event.getSource().setObserver(itself(asked));
        new Entities(event, asked).request();
        return event;
    }

    private static void subtype(AuditEvent event, String interaction) {
        event.addSubtype(new Coding(BalpConstants.CS_RESTFUL_INTERACTION, interaction, interaction));
    }

    /** Whoever is not known is where they come from. */
    private static void client(AuditEvent event, BalpProfileEnum profile, Asked asked) {
        AuditEventAgentComponent agent = event.addAgent();
        agent.getType().addCoding(profile.getAgentClientTypeCoding());
        agent.setRequestor(asked.caller().flatMap(Draft::userOf).isEmpty());
        agent.getNetwork().setAddress(asked.address()).setType(AuditEventAgentNetworkType._2);
        Optional<Caller> caller = asked.caller();
        if (caller.isPresent()) {
            String id = caller.get().client().orElse(caller.get().subject());
            agent.getWho().getIdentifier().setSystem(caller.get().issuer()).setValue(id);
            agent.setAltId(id);
        } else {
            agent.getWho().setDisplay("unknown");
        }
    }

    private static void server(AuditEvent event, BalpProfileEnum profile, Asked asked) {
        AuditEventAgentComponent agent = event.addAgent();
        agent.getType().addCoding(profile.getAgentServerTypeCoding());
        agent.setRequestor(false);
        agent.setWho(itself(asked));
        agent.getNetwork().setAddress(asked.base()).setType(AuditEventAgentNetworkType._5);
    }

    private static void user(AuditEvent event, Caller caller) {
        userOf(caller).ifPresent(name -> {
            AuditEventAgentComponent agent = event.addAgent();
            agent.getType().addCoding(RECIPIENT.copy());
            agent.setRequestor(true);
            agent.setAltId(name);
            agent.getWho().getIdentifier().setSystem(caller.issuer()).setValue(name);
            caller.user().ifPresent(user -> agent.getWho().setType(user.type()));
        });
    }

    /** The record of the user if the token names one; else what the issuer calls a user who is not the client itself. */
    private static Optional<String> userOf(Caller caller) {
        Optional<String> named = caller.user().map(user -> user.reference());
        boolean isAPerson = !caller.subject().isEmpty()
                && caller.client().filter(caller.subject()::equals).isEmpty();
        return named.isPresent() || !isAPerson ? named : Optional.of(caller.subject());
    }

    private static Reference itself(Asked asked) {
        Reference server = new Reference().setDisplay(asked.base());
        server.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue(asked.base());
        return server;
    }
}
