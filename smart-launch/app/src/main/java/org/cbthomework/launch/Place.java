package org.cbthomework.launch;

import java.net.URI;
import org.cbthomework.launch.ehr.Address;
import org.cbthomework.launch.ehr.InvalidSetting;

/**
 * Where browsers find the app.
 *
 * @param origin scheme, host and port
 * @param isHttps whether cookies may be told to travel by TLS alone
 */
public record Place(String origin, boolean isHttps) {

    /**
     * The place that is configured.
     *
     * @throws InvalidSetting if that is no address an EHR could send a browser back to
     */
    static Place of(String url) {
        return Address.of(url)
                .filter(address -> address.origin().equals(url))
                .map(address -> new Place(address.origin(), address.isHttps()))
                .orElseThrow(() -> new InvalidSetting(
                        "cbt-homework.app.url",
                        "is '" + url + "', which is no https address without a path",
                        "give the one browsers use, such as https://homework.example.org (http only to localhost)"));
    }

    /** The redirect URI that EHRs register. */
    public URI callback() {
        return URI.create(origin + "/callback");
    }
}
