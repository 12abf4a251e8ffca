package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cbthomework.launch.Place;
import org.cbthomework.launch.authorization.BeginningLaunch;
import org.cbthomework.launch.authorization.CompletingLaunch;
import org.cbthomework.launch.authorization.LaunchRefused;
import org.cbthomework.launch.authorization.Refusal;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.ehr.Ehrs;
import org.cbthomework.launch.launches.Browser;
import org.cbthomework.launch.launches.Launch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** From the EHR to its authorization server, and back to the app. */
@Controller
class LaunchPages {

    private final BeginningLaunch beginning;
    private final CompletingLaunch completing;
    private final Ehrs ehrs;
    private final Place place;

    LaunchPages(BeginningLaunch beginning, CompletingLaunch completing, Ehrs ehrs, Place place) {
        this.beginning = beginning;
        this.completing = completing;
        this.ehrs = ehrs;
        this.place = place;
    }

    /** Where the EHR sends the browser; without {@code launch} the app begins by itself. */
    @GetMapping("/launch")
    ResponseEntity<Void> launch(HttpServletRequest request) {
        String issuer = one(request, "iss");
        String launch = one(request, "launch");
        return redirect(beginning.begin(issuer, launch, () -> BrowserSession.begun(request)));
    }

    /** Where the authorization server sends it back; the session gets another id before anything is shown in it. */
    @GetMapping("/callback")
    ResponseEntity<Void> callback(HttpServletRequest request) {
        Map<String, List<String>> answer = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
        Browser browser = BrowserSession.of(request)
                .orElseThrow(() -> new LaunchRefused(Refusal.STATE, "the browser has no session", null));
        Launch launch = completing.complete(answer, browser);
        request.changeSessionId();
        return redirect(URI.create(place.origin() + "/l/" + launch.id() + "/"));
    }

    /** For whoever opens the app by itself. */
    @GetMapping({"/", "/start"})
    String start(Model model) {
        model.addAttribute(
                "choices", ehrs.all().stream().map(LaunchPages::choice).toList());
        return "start";
    }

    private static Choice choice(Ehr ehr) {
        return new Choice(
                ehr.name(),
                UriComponentsBuilder.fromPath("/launch")
                        .queryParam("iss", "{iss}")
                        .encode()
                        .buildAndExpand(ehr.issuer())
                        .toUriString());
    }

    private static @Nullable String one(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw new LaunchRefused(Refusal.NO_EHR, name + " comes more than once", null);
        }
        return values == null ? null : values[0];
    }

    private static ResponseEntity<Void> redirect(URI address) {
        return ResponseEntity.status(HttpStatus.FOUND).location(address).build();
    }

    /** An EHR to begin with. */
    record Choice(String name, String address) {}
}
