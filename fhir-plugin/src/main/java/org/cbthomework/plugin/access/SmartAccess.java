package org.cbthomework.plugin.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.token.Caller;
import org.cbthomework.plugin.access.token.Tokens;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/** Puts access rules into a HAPI FHIR R4 JPA server. */
public final class SmartAccess {

    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final Optional<SearchParamMatcher> matcher;
    private final Clock clock;
    private final Rules rules;

    /**
     * @param matcher needed for scopes with search criteria, which grant nothing without it
     * @param clock decides which care teams and mandates are current; tokens go by the machine's time
     * @param rules all of them, but in tests
     */
    public SmartAccess(
            FhirContext fhir, DaoRegistry daos, Optional<SearchParamMatcher> matcher, Clock clock, Rules rules) {
        this.fhir = fhir;
        this.daos = daos;
        this.matcher = matcher;
        this.clock = clock;
        this.rules = rules;
    }

    /** Who asks, once that is known; nothing for what the server does by itself, or where access is not guarded. */
    public static Optional<Caller> callerOf(@Nullable RequestDetails request) {
        return Access.of(request).map(Access::caller);
    }

    /**
     * Tells the ids of the patients of this server whom a resource is about; none where it is about nobody known.
     *
     * @param base the address of the server, without a slash at its end
     */
    public Function<IBaseResource, Set<String>> patients(Supplier<String> base) {
        return new Subjects(fhir, base)::known;
    }

    /**
     * Registers the hooks.
     *
     * @param settings asked for with the first request, when the server knows its own address
     * @param ofTheServer which resources nobody but the server itself writes
     */
    public void register(
            RestfulServer server,
            IInterceptorService storage,
            Supplier<AccessSettings> settings,
            Predicate<IBaseResource> ofTheServer) {
        Supplier<String> base = () -> settings.get().base();
        Stored stored = new Stored(daos);
        Subjects subjects = new Subjects(fhir, base);
        Relations relations = new Relations(stored, new LoadingTies(stored), clock, rules);
        Sensitivity sensitivity = new Sensitivity(stored, subjects, clock, rules);
        Contents contents = new Contents(fhir, subjects, new Filters(fhir, matcher, rules), sensitivity, rules);
        Writes writes = new Writes(
                fhir, contents, new References(fhir, stored, subjects, base), new Authorship(base), ofTheServer, rules);
        Searches searches = new Searches(sensitivity, rules);
        Requests requests =
                new Requests(new Writing(writes, searches, stored, rules), searches, stored, contents, rules);
        Clock machine = Clock.systemUTC();
        Tokens tokens = new Tokens(() -> settings.get().issuers(), base, rules, machine);
        Authentication authentication = new Authentication(tokens, relations, new Stubs(stored, daos), rules);

        server.registerInterceptor(new DiscoveryHooks(new Discovery(settings, machine), new Origins(settings)));
        server.registerInterceptor(new AccessHooks(authentication, requests, contents, writes, rules));
        storage.registerInterceptor(new RelationHooks(relations));
    }
}
