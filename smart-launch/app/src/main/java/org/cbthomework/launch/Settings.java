package org.cbthomework.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cbthomework.launch.ehr.EhrSettings;
import org.cbthomework.launch.ehr.InvalidSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is configured under {@code cbt-homework}.
 *
 * @param data the folder where keys are kept, and the database unless it is another
 * @param app what concerns the app itself
 * @param ehrs the EHRs that may launch it
 */
@ConfigurationProperties("cbt-homework")
public record Settings(
        @DefaultValue("./data") Path data,
        @DefaultValue App app,
        @DefaultValue List<EhrSettings> ehrs) {

    public Settings {
        ehrs = List.copyOf(ehrs);
    }

    /**
     * What concerns the app itself.
     *
     * @param url where browsers find it, without a path
     * @param key with which tokens are sealed, 32 bytes in Base64; without one a key is made and kept in the data folder
     * @param launchLifetime how long a launch lasts at most
     * @param launchesPerMinute how many steps of launches one address may take within a minute; a launch takes two or three
     * @param defaultTimezone the zone, as IANA names it, of patients whose record tells none
     * @param contacts whom a patient can reach in a crisis, in the order in which they are shown; at least one, unless
     *     the app is on localhost
     */
    public record App(
            @DefaultValue("http://localhost:8081") String url,
            @Nullable String key,
            @DefaultValue("8h") Duration launchLifetime,
            @DefaultValue("300") int launchesPerMinute,
            @DefaultValue("Europe/Berlin") String defaultTimezone,
            @DefaultValue List<Contact> contacts) {

        public App {
            contacts = List.copyOf(contacts);
            if (contacts.isEmpty() && url.startsWith("https:")) {
                throw new InvalidSetting(
                        "cbt-homework.app.contacts",
                        "is empty, so that a patient in a crisis would find nobody",
                        "name at least one, as contacts[0].name and contacts[0].href (tel:, sms: or https:); only an app"
                                + " on localhost, which no patient reaches, starts without");
            }
        }
    }
}
