package org.cbthomework.launch;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import org.cbthomework.launch.assign.AssigningHomework;
import org.cbthomework.launch.assign.SeeingLibrary;
import org.cbthomework.launch.assign.TailoringWorksheets;
import org.cbthomework.launch.authorization.BeginningLaunch;
import org.cbthomework.launch.authorization.ClientRequests;
import org.cbthomework.launch.authorization.CompletingLaunch;
import org.cbthomework.launch.authorization.RenewingTokens;
import org.cbthomework.launch.authorization.SigningOut;
import org.cbthomework.launch.authorization.TokenEndpoint;
import org.cbthomework.launch.changing.ChangingAssignments;
import org.cbthomework.launch.discovery.Discovering;
import org.cbthomework.launch.ehr.Ehrs;
import org.cbthomework.launch.ehr.InvalidSetting;
import org.cbthomework.launch.exchange.Exchanging;
import org.cbthomework.launch.fhir.Capabilities;
import org.cbthomework.launch.fhir.FhirJson;
import org.cbthomework.launch.fhir.FhirStores;
import org.cbthomework.launch.grants.GrantingLaunches;
import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.homework.SeeingHomework;
import org.cbthomework.launch.homework.SeeingSuggestions;
import org.cbthomework.launch.homework.SeeingToday;
import org.cbthomework.launch.homework.TellingContext;
import org.cbthomework.launch.keys.Sealing;
import org.cbthomework.launch.keys.SigningKeys;
import org.cbthomework.launch.launches.Launches;
import org.cbthomework.launch.launches.PendingLaunches;
import org.cbthomework.launch.launches.StoredLaunches;
import org.cbthomework.launch.launches.StoredPendingLaunches;
import org.cbthomework.launch.reply.Replying;
import org.cbthomework.launch.review.ReadingResponses;
import org.cbthomework.launch.worksheet.KeepingAnswers;
import org.cbthomework.launch.worksheet.OpeningWorksheets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class Parts {

    private static final Duration PATIENCE_WITH_EHRS = Duration.ofSeconds(10);
    private static final int LARGEST_CAPABILITIES = 8 * 1024 * 1024;

    @Bean
    Place place(Settings settings) {
        return Place.of(settings.app().url());
    }

    @Bean
    Ehrs ehrs(Settings settings) {
        return new Ehrs(settings.ehrs());
    }

    @Bean
    SigningKeys signingKeys(Settings settings, Clock clock) {
        return SigningKeys.in(settings.data(), clock);
    }

    @Bean
    Sealing sealing(Settings settings) {
        return Sealing.with(settings.app().key(), settings.data().resolve("sealing.key"));
    }

    @Bean
    Exchanging exchanging() {
        return new Exchanging(PATIENCE_WITH_EHRS);
    }

    @Bean
    Discovering discovering(Exchanging http, Clock clock) {
        return new Discovering(http, clock);
    }

    @Bean
    PendingLaunches pendingLaunches(JdbcClient sql, Sealing sealing, JsonMapper json, Clock clock) {
        return new StoredPendingLaunches(sql, sealing, json, clock);
    }

    @Bean
    Launches launches(
            JdbcClient sql, PlatformTransactionManager transactions, Sealing sealing, JsonMapper json, Clock clock) {
        return new StoredLaunches(sql, new TransactionTemplate(transactions), sealing, json, clock);
    }

    @Bean
    ClientRequests clientRequests(SigningKeys keys, Clock clock) {
        return new ClientRequests(keys, clock);
    }

    @Bean
    TokenEndpoint tokenEndpoint(Exchanging http, ClientRequests requests) {
        return new TokenEndpoint(http, requests);
    }

    @Bean
    BeginningLaunch beginningLaunch(
            Ehrs ehrs, Discovering discovering, PendingLaunches pending, Clock clock, Place place) {
        return new BeginningLaunch(ehrs, discovering, pending, clock, place.callback());
    }

    @Bean
    CompletingLaunch completingLaunch(
            Ehrs ehrs,
            PendingLaunches pending,
            Launches launches,
            TokenEndpoint tokens,
            Discovering discovering,
            Clock clock,
            Place place,
            Settings settings) {
        return new CompletingLaunch(
                ehrs, pending, launches, tokens, discovering, clock, place.callback(), lifetime(settings));
    }

    @Bean
    RenewingTokens renewingTokens(Ehrs ehrs, Launches launches, TokenEndpoint tokens, Clock clock) {
        return new RenewingTokens(ehrs, launches, tokens, clock);
    }

    @Bean
    SigningOut signingOut(Ehrs ehrs, Launches launches, ClientRequests requests, Exchanging http) {
        return new SigningOut(ehrs, launches, requests, http);
    }

    @Bean
    GrantingLaunches grantingLaunches(SigningKeys keys, Place place, Clock clock) {
        return new GrantingLaunches(keys, place.origin(), clock);
    }

    @Bean
    Capabilities capabilities(Clock clock) {
        return new Capabilities(new Exchanging(PATIENCE_WITH_EHRS, LARGEST_CAPABILITIES), clock);
    }

    @Bean
    HomeworkStores homeworkStores(
            RenewingTokens renewing, Ehrs ehrs, GrantingLaunches granting, Capabilities capabilities) {
        return new FhirStores(FhirContext.forR4Cached(), renewing, ehrs, granting, capabilities);
    }

    @Bean
    TellingContext tellingContext(HomeworkStores stores) {
        return new TellingContext(stores);
    }

    @Bean
    SeeingToday seeingToday(HomeworkStores stores, Clock clock, Settings settings) {
        return new SeeingToday(stores, clock, zone(settings));
    }

    @Bean
    SeeingHomework seeingHomework(HomeworkStores stores, Clock clock, Settings settings) {
        return new SeeingHomework(stores, clock, zone(settings));
    }

    @Bean
    ChangingAssignments changingAssignments(HomeworkStores stores, Sealing sealing, Clock clock, Settings settings) {
        return new ChangingAssignments(stores, sealing::name, clock, zone(settings));
    }

    @Bean
    SeeingLibrary seeingLibrary(HomeworkStores stores) {
        return new SeeingLibrary(stores);
    }

    @Bean
    AssigningHomework assigningHomework(HomeworkStores stores, Sealing sealing, Clock clock, Settings settings) {
        return new AssigningHomework(stores, sealing::name, clock, zone(settings));
    }

    @Bean
    TailoringWorksheets tailoringWorksheets(HomeworkStores stores, Sealing sealing) {
        return new TailoringWorksheets(stores, sealing::name);
    }

    @Bean
    ReadingResponses readingResponses(HomeworkStores stores, Settings settings) {
        return new ReadingResponses(stores, zone(settings));
    }

    @Bean
    FhirJson fhirJson() {
        return new FhirJson(FhirContext.forR4Cached());
    }

    @Bean
    OpeningWorksheets openingWorksheets(HomeworkStores stores) {
        return new OpeningWorksheets(stores);
    }

    @Bean
    KeepingAnswers keepingAnswers(HomeworkStores stores, Sealing sealing) {
        return new KeepingAnswers(stores, sealing::name);
    }

    @Bean
    SeeingSuggestions seeingSuggestions(HomeworkStores stores, Clock clock, Settings settings) {
        return new SeeingSuggestions(stores, clock, zone(settings));
    }

    @Bean
    Replying replying(HomeworkStores stores, Sealing sealing, Clock clock, Settings settings) {
        return new Replying(stores, sealing::name, clock, zone(settings));
    }

    private static Duration lifetime(Settings settings) {
        Duration lifetime = settings.app().launchLifetime();
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new InvalidSetting(
                    "cbt-homework.app.launch-lifetime",
                    "is " + lifetime + ", which is no time",
                    "give one, such as 8h");
        }
        return lifetime;
    }

    private static ZoneId zone(Settings settings) {
        String name = settings.app().defaultTimezone();
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new InvalidSetting(
                    "cbt-homework.app.default-timezone",
                    "is '" + name + "', which is no zone",
                    "give one as IANA names it, such as Europe/Berlin");
        }
    }
}
