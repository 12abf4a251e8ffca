package org.cbthomework.launch;

import org.cbthomework.launch.ehr.InvalidSetting;
import org.jspecify.annotations.Nullable;

/**
 * Whom a patient can reach in a crisis.
 *
 * @param href {@code tel:}, {@code sms:} or {@code https:}
 * @param detail what is shown beside the name: the number, the hours
 */
public record Contact(String name, String href, @Nullable String detail) {

    public Contact {
        if (!href.matches("(?:tel:|sms:|https:).+")) {
            throw new InvalidSetting(
                    "cbt-homework.app.contacts[].href",
                    "is '" + href + "', which nobody can call or open",
                    "begin it with tel:, sms: or https:");
        }
    }
}
