package org.cbthomework.launch.authorization;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.net.URI;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.ehr.Ehrs;
import org.cbthomework.launch.exchange.Exchanging;
import org.cbthomework.launch.launches.Browser;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.launches.Launches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends launches, and gives their refresh tokens back to the EHR where it takes them. */
public final class SigningOut {

    private static final Logger LOG = LoggerFactory.getLogger(SigningOut.class);

    private final Ehrs ehrs;
    private final Launches launches;
    private final ClientRequests requests;
    private final Exchanging http;

    public SigningOut(Ehrs ehrs, Launches launches, ClientRequests requests, Exchanging http) {
        this.ehrs = ehrs;
        this.launches = launches;
        this.requests = requests;
        this.http = http;
    }

    /** Ends one launch. */
    public void end(Launch launch) {
        launches.remove(launch.id());
        giveBack(launch);
    }

    /** Ends all launches of a browser. */
    public void endAll(Browser browser) {
        launches.removeAll(browser).forEach(this::giveBack);
    }

    /** The launch is over here whether the EHR answers or not. */
    private void giveBack(Launch launch) {
        URI endpoint = launch.revocationEndpoint();
        String token = launch.grant().refreshToken();
        Ehr ehr = ehrs.of(launch.issuer()).orElse(null);
        if (endpoint == null || token == null || ehr == null) {
            return;
        }
        try {
            HTTPResponse answer = requests.revocation(ehr, endpoint, launch.tokenEndpoint(), token)
                    .send(http);
            if (!answer.indicatesSuccess()) {
                warn(ehr, "status " + answer.getStatusCode());
            }
        } catch (IOException e) {
            warn(ehr, String.valueOf(e.getMessage()));
        }
    }

    private static void warn(Ehr ehr, String reason) {
        LOG.warn("The refresh token of a launch by {} could not be given back: {}", ehr.name(), reason);
    }
}
