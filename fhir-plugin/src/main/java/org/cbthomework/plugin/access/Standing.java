package org.cbthomework.plugin.access;

import java.util.Set;

/**
 * Who a user is to this server.
 *
 * @param patients the ids of the patients whom the user may see
 * @param roles the codes of the roles that a practitioner has
 */
record Standing(Set<String> patients, Set<String> roles) {

    static final Standing NONE = new Standing(Set.of(), Set.of());

    Standing {
        patients = Set.copyOf(patients);
        roles = Set.copyOf(roles);
    }
}
