package org.cbthomework.launch.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cbthomework.launch.ehr.Ehr;
import org.springframework.web.util.UriComponentsBuilder;

/** An EHR to begin with. */
record Choice(String name, String address) {

    /**
     * One for each EHR.
     *
     * @param worksheet the id of the Task to whose worksheet the launch is to lead
     */
    static List<Choice> of(Collection<Ehr> ehrs, Optional<String> worksheet) {
        return ehrs.stream().map(ehr -> of(ehr, worksheet)).toList();
    }

    private static Choice of(Ehr ehr, Optional<String> worksheet) {
        return new Choice(
                ehr.name(),
                UriComponentsBuilder.fromPath("/launch")
                        .queryParam("iss", "{iss}")
                        .queryParamIfPresent(DeepLink.PARAMETER, worksheet)
                        .encode()
                        .buildAndExpand(ehr.issuer())
                        .toUriString());
    }
}
