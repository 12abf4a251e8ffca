package org.cbthomework.demo.authorization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A scope, in words a person can decide by.
 *
 * @param scope as the app wrote it
 * @param words what it allows
 */
record Wish(String scope, String words) {

    private static final Map<String, String> NAMED = Map.of(
            "openid", "Know that it is you who signed in",
            "fhirUser", "Know which entry in the record is yours",
            "profile", "Know your name",
            "launch", "Know what you had open when you started it",
            "launch/patient", "Know which patient it is about",
            "launch/encounter", "Know which session it is about",
            "offline_access", "Stay connected for 30 days, also while you are signed out",
            "online_access", "Stay connected until you sign out");

    private static final Map<Integer, String> VERBS =
            Map.of((int) 'c', "add", (int) 'r', "read", (int) 'u', "change", (int) 'd', "delete", (int) 's', "search");

    /** Who the person is first, then the data, then for how long. */
    static List<Wish> of(Collection<String> scopes) {
        return scopes.stream()
                .sorted(Comparator.comparingInt(Wish::place).thenComparing(Comparator.naturalOrder()))
                .map(scope -> new Wish(scope, words(scope)))
                .toList();
    }

    private static int place(String scope) {
        if (scope.equals("openid")) {
            return 0;
        }
        if (scope.endsWith("_access")) {
            return 4;
        }
        if (Scope.of(scope).isPresent()) {
            return 3;
        }
        return scope.startsWith("launch") ? 2 : 1;
    }

    private static String words(String scope) {
        return Scope.of(scope).map(Wish::words).orElseGet(() -> NAMED.getOrDefault(scope, scope));
    }

    private static String words(Scope scope) {
        List<String> verbs =
                new ArrayList<>(scope.permissions().chars().mapToObj(VERBS::get).toList());
        String last = verbs.remove(verbs.size() - 1);
        String all = verbs.isEmpty() ? last : String.join(", ", verbs) + " and " + last;
        String what = scope.type().equals("*") ? "everything" : Kinds.inWords(scope.type());
        String whose = scope.level().equals("patient") ? "in this patient's record" : "in every record you may open";
        String only = scope.filter() == null ? "" : ", only where " + inWords(scope.filter());
        return Character.toUpperCase(all.charAt(0)) + all.substring(1) + " " + what + " " + whose + only;
    }

    /** Of a code without its system, which stands in the scope itself. */
    private static String inWords(String filter) {
        return filter.replaceAll("=[^&|]*\\|", "=").replace("=", " is ").replace("&", " and ");
    }
}
