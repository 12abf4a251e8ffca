package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cbthomework.launch.Place;
import org.cbthomework.launch.authorization.BeginningLaunch;
import org.cbthomework.launch.authorization.CompletingLaunch;
import org.cbthomework.launch.authorization.CompletingLaunch.Completed;
import org.cbthomework.launch.authorization.LaunchRefused;
import org.cbthomework.launch.authorization.Refusal;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.ehr.Ehrs;
import org.cbthomework.launch.homework.HomeworkAway;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.launches.Browser;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.worksheet.OpeningWorksheets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** From the EHR to its authorization server, and back to the app. */
@Controller
class LaunchPages {

    private final BeginningLaunch beginning;
    private final CompletingLaunch completing;
    private final OpeningWorksheets opening;
    private final Ehrs ehrs;
    private final Place place;

    LaunchPages(
            BeginningLaunch beginning, CompletingLaunch completing, OpeningWorksheets opening, Ehrs ehrs, Place place) {
        this.beginning = beginning;
        this.completing = completing;
        this.opening = opening;
        this.ehrs = ehrs;
        this.place = place;
    }

    /** Where the EHR sends the browser; without {@code launch} the app begins by itself. */
    @GetMapping("/launch")
    Object launch(HttpServletRequest request) {
        String issuer = one(request, "iss");
        String launch = one(request, "launch");
        String worksheet = DeepLink.told(one(request, DeepLink.PARAMETER));
        Optional<Ehr> framing = Optional.ofNullable(issuer).flatMap(ehrs::of).filter(ehr -> Framed.isNew(request));
        return framing.map(ehr -> Framed.trial(request, ehr))
                .orElseGet(() ->
                        redirect(beginning.begin(issuer, launch, worksheet, () -> BrowserSession.begun(request))));
    }

    /** Where the authorization server sends it back; the session gets another id before anything is shown in it. */
    @GetMapping("/callback")
    ResponseEntity<Void> callback(HttpServletRequest request) {
        Map<String, List<String>> answer = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
        Browser browser = BrowserSession.of(request)
                .orElseThrow(() -> new LaunchRefused(Refusal.STATE, "the browser has no session", null));
        Completed completed = completing.complete(answer, browser);
        request.changeSessionId();
        return redirect(URI.create(place.origin() + path(completed)));
    }

    /** For whoever opens the app by itself. */
    @GetMapping({"/", "/start"})
    String start(Model model) {
        model.addAttribute("choices", Choice.of(ehrs.all(), Optional.empty()));
        return "start";
    }

    /** The worksheet that was asked for, if it is one of this patient at this EHR; else the first page. */
    private String path(Completed completed) {
        Launch launch = completed.launch();
        String worksheet = completed.worksheet();
        try {
            if (worksheet != null && opening.isOwn(launch, worksheet)) {
                return DeepLink.worksheet(launch, worksheet);
            }
        } catch (HomeworkRefused | HomeworkAway unknown) {
            // The first page tells whether, and why, nothing can be seen.
        }
        return DeepLink.home(launch);
    }

    private static @Nullable String one(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw new LaunchRefused(Refusal.NO_EHR, name + " comes more than once", null);
        }
        return values == null ? null : values[0];
    }

    static ResponseEntity<Void> redirect(URI address) {
        return ResponseEntity.status(HttpStatus.FOUND).location(address).build();
    }
}
