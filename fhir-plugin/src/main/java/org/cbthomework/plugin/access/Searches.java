package org.cbthomework.plugin.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.scope.Permission;
import org.cbthomework.plugin.access.scope.Scope;

/**
 * Confines searches to the patients reached, by criteria of our own beside the client's, so that totals and pages are of
 * those alone; and keeps criteria out that look into other resources.
 */
final class Searches {

    /** Parameters that begin with an underscore and ask nothing of other resources. */
    private static final Set<String> PLAIN = Set.of(
            "_id",
            "_lastUpdated",
            "_sort",
            "_count",
            "_offset",
            "_summary",
            "_elements",
            "_total",
            "_tag",
            "_profile",
            "_security",
            "_format",
            "_pretty");

    private static final Pattern NAME =
            Pattern.compile("[a-zA-Z_-]+(:(not|missing|exact|contains|identifier|Patient))?");
    private static final Set<String> WHOSE = Set.of("patient", "subject");
    /** An id that no patient has: what is narrowed to nobody. */
    private static final String NOBODY = "nobody-4f1d6c1e-6a0b-4f0e-9a53-7a5d3f0c2b11";

    private final Sensitivity sensitivity;
    private final Rules rules;

    Searches(Sensitivity sensitivity, Rules rules) {
        this.sensitivity = sensitivity;
        this.rules = rules;
    }

    /**
     * The criteria with which a search is to be made.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException if what is asked for cannot be allowed
     */
    Map<String, String[]> confine(Access access, String type, Map<String, String[]> given) {
        // HAPI takes parameters out again when it tells of a failure.
        Map<String, String[]> asked = new HashMap<>(given);
        if (access.caller().isUnbounded()) {
            return asked;
        }
        if (rules.hold(Rule.SEARCHES_STAY_IN_THEIR_TYPE)) {
            refuseLookingElsewhere(asked);
        }
        List<Scope> scopes = access.permitting(Permission.SEARCH, type);
        if (Kind.of(type) != Kind.OF_A_PATIENT || scopes.isEmpty() || !rules.hold(Rule.SEARCH_IS_NARROWED)) {
            return asked;
        }
        Map<String, String[]> confined = new HashMap<>(asked);
        narrowToPatients(access, type, scopes, confined);
        narrowToFilters(scopes, confined);
        leaveOutWhatIsWithheld(access, type, confined);
        return confined;
    }

    /** Whether criteria ask nothing of other resources than those which they are for. */
    boolean staysInItsType(Access access, Map<String, String[]> asked) {
        return access.caller().isUnbounded() || asked.entrySet().stream().noneMatch(Searches::looksElsewhere);
    }

    private static void refuseLookingElsewhere(Map<String, String[]> asked) {
        if (asked.entrySet().stream().anyMatch(Searches::looksElsewhere)) {
            throw Denial.forbidden(
                    "A search by chained, reverse chained, included or filtered resources",
                    "search each type by parameters of its own");
        }
    }

    private static boolean looksElsewhere(Map.Entry<String, String[]> parameter) {
        String name = parameter.getKey();
        boolean isPlain = NAME.matcher(name).matches() && (!name.startsWith("_") || PLAIN.contains(bare(name)));
        boolean sortsByAnother =
                "_sort".equals(name) && Stream.of(parameter.getValue()).anyMatch(value -> value.indexOf('.') >= 0);
        return !isPlain || sortsByAnother;
    }

    private void narrowToPatients(Access access, String type, List<Scope> scopes, Map<String, String[]> confined) {
        Reach reach = Reach.union(scopes.stream().map(access::reach).toList());
        if (!(reach instanceof Reach.Patients patients)) {
            return;
        }
        refuseOthers(type, patients, confined);
        String value = patients.ids().isEmpty()
                ? written(type, NOBODY)
                : String.join(
                        ",",
                        new TreeSet<>(patients.ids())
                                .stream().map(id -> written(type, id)).toList());
        add(confined, Subjects.parameter(type), value);
    }

    /** Asking for somebody else by name is answered as reading them would be. */
    private static void refuseOthers(String type, Reach.Patients reached, Map<String, String[]> asked) {
        asked.forEach((name, values) -> {
            boolean isWhose = "Patient".equals(type) ? "_id".equals(name) : WHOSE.contains(bare(name));
            if (isWhose && !name.endsWith(":identifier") && !name.endsWith(":missing")) {
                Stream.of(values)
                        .flatMap(value -> Stream.of(value.split(",")))
                        .map(value -> value.substring(value.lastIndexOf('/') + 1))
                        .filter(id -> !reached.ids().contains(id) && !NOBODY.equals(id))
                        .findAny()
                        .ifPresent(other -> {
                            throw Denial.forbidden();
                        });
            }
        });
    }

    /** Where scopes differ in their criteria, each resource found is held against them, and nothing is counted. */
    private void narrowToFilters(List<Scope> scopes, Map<String, String[]> confined) {
        Set<List<String>> filters = new java.util.HashSet<>();
        scopes.forEach(scope -> filters.add(scope.filters()));
        if (filters.contains(List.<String>of()) || !rules.hold(Rule.SCOPE_FILTERS_ARE_MET)) {
            if (filters.size() > 1 && !isOneReach(scopes)) {
                refuseCounting(confined);
            }
            return;
        }
        if (filters.size() > 1) {
            refuseCounting(confined);
            return;
        }
        filters.iterator().next().stream()
                .flatMap(filter -> Stream.of(filter.split("&")))
                .map(criterion -> criterion.split("=", 2))
                .forEach(criterion -> add(confined, criterion[0], criterion[1]));
    }

    private static boolean isOneReach(List<Scope> scopes) {
        return scopes.stream().map(Scope::level).distinct().count() == 1;
    }

    private static void refuseCounting(Map<String, String[]> asked) {
        boolean counts = Stream.of(asked.getOrDefault("_summary", new String[0]))
                        .anyMatch("count"::equals)
                || Stream.of(asked.getOrDefault("_count", new String[0])).anyMatch("0"::equals)
                || Stream.of(asked.getOrDefault("_total", new String[0])).anyMatch(total -> !"none".equals(total));
        if (counts) {
            throw Denial.forbidden("A total over scopes with different criteria", "leave _total and _summary out");
        }
    }

    private void leaveOutWhatIsWithheld(Access access, String type, Map<String, String[]> confined) {
        if (access.isSystem(Permission.SEARCH, type) && access.caller().isTrustedWithSensitive()) {
            return;
        }
        boolean isLeftToEach = false;
        for (String label : Sensitivity.LABELS) {
            if (sensitivity.isClosedTo(access, label)) {
                add(confined, "_security:not", label);
            } else {
                isLeftToEach |= access.isClinician() && !access.hasRole(Roles.SENSITIVE_NOTES);
            }
        }
        if (isLeftToEach) {
            refuseCounting(confined);
        }
        if ("QuestionnaireResponse".equals(type)
                && access.isClinician()
                && !access.isSystem(Permission.SEARCH, type)
                && rules.hold(Rule.DRAFTS_ARE_THE_WRITERS)) {
            add(confined, "status:not", "in-progress");
        }
    }

    private static void add(Map<String, String[]> criteria, String name, String value) {
        String[] known = Optional.ofNullable(criteria.get(name)).orElse(new String[0]);
        if (Stream.of(known).noneMatch(value::equals)) {
            criteria.put(name, Stream.concat(Stream.of(known), Stream.of(value)).toArray(String[]::new));
        }
    }

    private static String written(String type, String id) {
        return "Patient".equals(type) ? id : "Patient/" + id;
    }

    private static String bare(String name) {
        int modifier = name.indexOf(':');
        return modifier < 0 ? name : name.substring(0, modifier);
    }
}
