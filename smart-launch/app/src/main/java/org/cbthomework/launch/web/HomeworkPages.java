package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cbthomework.launch.assign.AssigningHomework;
import org.cbthomework.launch.authorization.SigningOut;
import org.cbthomework.launch.homework.Context;
import org.cbthomework.launch.homework.SeeingHomework;
import org.cbthomework.launch.homework.SeeingToday;
import org.cbthomework.launch.homework.TellingContext;
import org.cbthomework.launch.homework.Today;
import org.cbthomework.launch.launches.Launch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of a launch. */
@Controller
class HomeworkPages {

    /** Answers that the server did not acknowledge may be on the device, sealed: who leaves, leaves nothing behind. */
    private static final String WIPES = "Clear-Site-Data";

    /** What was said on another page, and is acknowledged on this one. */
    private static final Set<String> SAID = Set.of("agreed", "change", "hard", "none");

    private static final String WHAT_IS_ON_THE_DEVICE = "\"storage\"";

    private final TellingContext context;
    private final SeeingToday today;
    private final SeeingHomework homework;
    private final AssigningHomework assigning;
    private final SigningOut signingOut;
    private final MessageSource messages;

    HomeworkPages(
            TellingContext context,
            SeeingToday today,
            SeeingHomework homework,
            AssigningHomework assigning,
            SigningOut signingOut,
            MessageSource messages) {
        this.context = context;
        this.today = today;
        this.homework = homework;
        this.assigning = assigning;
        this.signingOut = signingOut;
        this.messages = messages;
    }

    /** A patient sees what is due today; a clinician, all homework of the patient whose chart is open. */
    @GetMapping("/l/{launch}/")
    String homework(Launch launch, Locale reader, @RequestParam(required = false) @Nullable String said, Model model) {
        Context told = context.tell(launch);
        model.addAttribute("context", told);
        model.addAttribute("launch", launch.id().value());
        return told.role().equals("clinician")
                ? ofPatient(launch, told, model, reader)
                : ofToday(launch, reader, SAID.contains(String.valueOf(said)) ? said : null, model);
    }

    private String ofPatient(Launch launch, Context told, Model model, Locale reader) {
        if (model.getAttribute("assigned") instanceof String assigned) {
            model.addAttribute(
                    "assigned", assigning.told(launch, assigned, reader).orElse(null));
        }
        model.addAttribute(
                "homework", told.may().seeCounts() ? homework.of(launch, reader).orElse(null) : null);
        model.addAttribute("say", new Wording(messages, reader));
        return "clinician";
    }

    private String ofToday(Launch launch, Locale reader, @Nullable String said, Model model) {
        Optional<Today> day = today.of(launch, reader);
        model.addAttribute("said", said);
        model.addAttribute("today", day.orElse(null));
        model.addAttribute("zone", day.map(each -> ZoneId.of(each.zone())).orElse(null));
        return "homework";
    }

    /** Ends one launch, and leaves those in other windows open. */
    @PostMapping("/l/{launch}/close")
    String close(Launch launch, HttpServletResponse response) {
        response.setHeader(WIPES, WHAT_IS_ON_THE_DEVICE);
        signingOut.end(launch);
        return "closed";
    }

    /** Ends whatever the browser has open. */
    @PostMapping(WebRules.SIGN_OUT)
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(WIPES, WHAT_IS_ON_THE_DEVICE);
        BrowserSession.of(request).ifPresent(signingOut::endAll);
        BrowserSession.end(request);
        return "closed";
    }
}
