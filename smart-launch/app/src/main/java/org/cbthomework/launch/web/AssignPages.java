package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.cbthomework.launch.assign.Assigned;
import org.cbthomework.launch.assign.AssigningHomework;
import org.cbthomework.launch.assign.Filter;
import org.cbthomework.launch.assign.PlanForm;
import org.cbthomework.launch.assign.Planned;
import org.cbthomework.launch.assign.SeeingLibrary;
import org.cbthomework.launch.homework.Context;
import org.cbthomework.launch.homework.TellingContext;
import org.cbthomework.launch.launches.Launch;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a clinician chooses a worksheet and plans it with the patient. */
@Controller
@RequestMapping("/l/{launch}/assign")
class AssignPages {

    private static final int MOST_MINUTES = 999;

    private final TellingContext context;
    private final SeeingLibrary library;
    private final AssigningHomework assigning;
    private final AssignDoor door;

    AssignPages(TellingContext context, SeeingLibrary library, AssigningHomework assigning, AssignDoor door) {
        this.context = context;
        this.library = library;
        this.assigning = assigning;
        this.door = door;
    }

    /** The library; the address tells what is looked for, and nothing of the patient. */
    @GetMapping
    ModelAndView library(
            Launch launch,
            @RequestParam MultiValueMap<String, String> query,
            Locale locale,
            HttpServletRequest request) {
        Context told = context.tell(launch);
        if (!door.isOpenTo(told)) {
            return door.closed(request, locale);
        }
        Filter filter = filter(new PlanForm(query));
        return AssignDoor.page("assign", launch, told)
                .addObject("filter", filter)
                .addObject("library", library.find(launch, filter, locale));
    }

    @GetMapping("/{worksheet}")
    ModelAndView plan(Launch launch, @PathVariable String worksheet, Locale locale, HttpServletRequest request) {
        Context told = context.tell(launch);
        if (!door.isOpenTo(told)) {
            return door.closed(request, locale);
        }
        return assigning
                .open(launch, worksheet, locale)
                .map(planned -> plan(AssignDoor.page("plan", launch, told), planned))
                .orElseGet(() -> door.missing(request, locale));
    }

    /** What is wrong comes back with what was filled in; what is stored is told once, on the page of all homework. */
    @PostMapping("/{worksheet}")
    ModelAndView assign(
            Launch launch,
            @PathVariable String worksheet,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next,
            Locale locale,
            HttpServletRequest request) {
        Context told = context.tell(launch);
        if (!door.isOpenTo(told)) {
            return door.closed(request, locale);
        }
        Optional<Assigned> done = assigning.assign(launch, worksheet, new PlanForm(form), locale);
        return done.map(each -> answer(each, launch, told, next)).orElseGet(() -> door.missing(request, locale));
    }

    private static ModelAndView answer(Assigned done, Launch launch, Context told, RedirectAttributes next) {
        if (done.id() != null) {
            next.addFlashAttribute("assigned", done.id());
            return new ModelAndView("redirect:/l/" + launch.id() + "/");
        }
        ModelAndView page = plan(AssignDoor.page("plan", launch, told), done.planned())
                .addObject("problems", done.problems())
                .addObject("refusal", done.refusal())
                .addObject("isAway", done.isAway());
        page.setStatus(done.isAway() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView plan(ModelAndView page, Planned planned) {
        return page.addObject("planned", planned).addObject("form", planned.form());
    }

    private static Filter filter(PlanForm query) {
        String minutes = query.get("minutes");
        return new Filter(
                query.get("q"),
                query.get("kind"),
                query.get("for"),
                query.get("stage"),
                query.get("language"),
                minutes.matches("[0-9]{1,3}") ? Math.min(MOST_MINUTES, Integer.parseInt(minutes)) : 0);
    }
}
