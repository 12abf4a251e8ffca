package org.cbthomework.launch.grants;

import java.time.Instant;
import java.util.Optional;

/**
 * A token for the homework server of one launch.
 *
 * @param zone where the patient lives, as the EHR tells it
 * @param ends exclusive
 */
public record LaunchGrant(String token, Optional<String> zone, Instant ends) {

    /** Without the token. */
    @Override
    public String toString() {
        return "LaunchGrant[until " + ends + "]";
    }
}
