package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cbthomework.launch.changing.ChangedMeanwhile;
import org.cbthomework.launch.changing.ChangingAssignments;
import org.cbthomework.launch.changing.ChangingAssignments.Opened;
import org.cbthomework.launch.changing.NotPossible;
import org.cbthomework.launch.changing.Problem;
import org.cbthomework.launch.homework.Context;
import org.cbthomework.launch.homework.HomeworkAway;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.TellingContext;
import org.cbthomework.launch.launches.Launch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The small forms by which a clinician changes, pauses, resumes or stops an assignment. */
@Controller
@RequestMapping("/l/{launch}/assignment/{id}/{act:change|pause|resume|stop}")
class AssignmentPages {

    private final ChangingAssignments changing;
    private final TellingContext context;
    private final MessageSource messages;

    AssignmentPages(ChangingAssignments changing, TellingContext context, MessageSource messages) {
        this.changing = changing;
        this.context = context;
        this.messages = messages;
    }

    /** What is wrong with a form, in words, and where. */
    record Trouble(String field, String words) {}

    @GetMapping
    String form(Launch launch, @PathVariable String id, @PathVariable String act, Model model, Locale reader) {
        Opened opened = changing.open(launch, id, reader);
        return show(launch, opened, act, AssignmentForms.begun(opened), List.of(), model, reader);
    }

    /** Does it, and goes back to the patient's homework; or shows the form again, with what was typed. */
    @PostMapping
    String act(
            Launch launch,
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            Locale reader,
            HttpServletResponse response,
            RedirectAttributes after) {
        Typed typed = new Typed(fields);
        Wording say = new Wording(messages, reader);
        try {
            perform(launch, id, act, typed);
            if (typed.problems().isEmpty()) {
                after.addFlashAttribute("told", say.say("homework.told." + act));
                return "redirect:/l/" + launch.id() + "/";
            }
        } catch (NotPossible notPossible) {
            notPossible.problems().forEach(each -> typed.complain(each.field(), each.code()));
        } catch (ChangedMeanwhile changed) {
            model.addAttribute("differences", Differences.between(changed, say));
            response.setStatus(HttpStatus.CONFLICT.value());
            Opened opened = changing.open(launch, id, reader);
            model.addAttribute("version", opened.terms().version());
            return show(launch, opened, act, typed, List.of(), model, reader);
        } catch (HomeworkAway away) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return again(launch, id, act, typed, say.say("homework.problem.away"), model, reader);
        } catch (HomeworkRefused refused) {
            if (!isAboutWhatWasTyped(refused)) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again(
                    launch,
                    id,
                    act,
                    typed,
                    say.say("homework.problem.refused", String.valueOf(refused.getMessage())),
                    model,
                    reader);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return again(launch, id, act, typed, null, model, reader);
    }

    private void perform(Launch launch, String id, String act, Typed typed) {
        String version =
                Optional.of(typed.of("version")).filter(each -> !each.isBlank()).orElse(null);
        switch (act) {
            case "pause" -> AssignmentForms.pause(typed).ifPresent(pause -> changing.pause(launch, id, version, pause));
            case "resume" -> changing.resume(launch, id, version);
            case "stop" -> {
                String reason = typed.text("reason");
                if (typed.problems().isEmpty()) {
                    changing.stop(launch, id, version, typed.has("end", "served"), reason);
                }
            }
            default -> AssignmentForms.terms(typed).ifPresent(terms -> changing.change(launch, id, version, terms));
        }
    }

    private String again(
            Launch launch, String id, String act, Typed typed, @Nullable String whole, Model model, Locale reader) {
        Wording say = new Wording(messages, reader);
        List<Trouble> troubles = whole != null
                ? List.of(new Trouble("", whole))
                : typed.problems().stream().map(each -> trouble(each, say)).toList();
        return show(launch, reopened(launch, id, reader), act, typed, troubles, model, reader);
    }

    /** What was typed is shown again even if the server that keeps the rest is away. */
    private @Nullable Opened reopened(Launch launch, String id, Locale reader) {
        try {
            return changing.open(launch, id, reader);
        } catch (HomeworkAway away) {
            return null;
        }
    }

    private @Nullable Context told(Launch launch) {
        try {
            return context.tell(launch);
        } catch (HomeworkAway away) {
            return null;
        }
    }

    private static Trouble trouble(Problem problem, Wording say) {
        return new Trouble(problem.field(), say.say("homework.problem." + problem.code()));
    }

    private String show(
            Launch launch,
            @Nullable Opened opened,
            String act,
            Typed typed,
            List<Trouble> troubles,
            Model model,
            Locale reader) {
        model.addAttribute("launch", launch.id().value());
        model.addAttribute("context", told(launch));
        model.addAttribute("opened", opened);
        model.addAttribute("act", act);
        model.addAttribute("typed", typed);
        model.addAttribute("troubles", troubles);
        model.addAttribute("say", new Wording(messages, reader));
        model.addAttribute("weekdays", DayOfWeek.values());
        if (!model.containsAttribute("version")) {
            model.addAttribute("version", typed.of("version"));
        }
        return "assignment";
    }

    private static boolean isAboutWhatWasTyped(HomeworkRefused refused) {
        return refused.status() == HttpStatus.UNPROCESSABLE_CONTENT.value()
                || refused.status() == HttpStatus.BAD_REQUEST.value();
    }
}
