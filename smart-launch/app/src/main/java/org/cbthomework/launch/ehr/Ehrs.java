package org.cbthomework.launch.ehr;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All EHRs that may launch the app. */
public final class Ehrs {

    private final Map<String, Ehr> byIssuer = new LinkedHashMap<>();

    /**
     * Registers them.
     *
     * @throws InvalidSetting if one of them cannot be
     */
    public Ehrs(List<EhrSettings> settings) {
        for (int i = 0; i < settings.size(); i++) {
            String setting = "cbt-homework.ehrs[" + i + "]";
            Ehr ehr = new Registration(setting, settings.get(i)).read();
            if (byIssuer.putIfAbsent(ehr.issuer(), ehr) != null) {
                throw new InvalidSetting(
                        setting + ".issuer",
                        "is '" + ehr.issuer() + "', which is registered already",
                        "register each issuer once");
            }
        }
    }

    /** The EHR of an issuer; the two are compared letter by letter. */
    public Optional<Ehr> of(String issuer) {
        return Optional.ofNullable(byIssuer.get(issuer));
    }

    /** In the order in which they are configured. */
    public Collection<Ehr> all() {
        return List.copyOf(byIssuer.values());
    }
}
