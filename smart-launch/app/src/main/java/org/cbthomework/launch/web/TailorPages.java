package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.cbthomework.launch.assign.PlanForm;
import org.cbthomework.launch.assign.Tailored;
import org.cbthomework.launch.assign.TailoringWorksheets;
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

/** Where a clinician puts a worksheet in other words, on the way to its plan. */
@Controller
@RequestMapping("/l/{launch}/assign/{worksheet}/tailor")
class TailorPages {

    private final TellingContext context;
    private final TailoringWorksheets tailoring;
    private final AssignDoor door;

    TailorPages(TellingContext context, TailoringWorksheets tailoring, AssignDoor door) {
        this.context = context;
        this.tailoring = tailoring;
        this.door = door;
    }

    @GetMapping
    ModelAndView open(Launch launch, @PathVariable String worksheet, Locale locale, HttpServletRequest request) {
        Context told = context.tell(launch);
        if (!door.isOpenForTailoring(told)) {
            return door.closed(request, locale);
        }
        return tailoring
                .open(launch, worksheet, locale)
                .map(each -> page(each, launch, told))
                .orElseGet(() -> door.missing(request, locale));
    }

    /** What was made is planned next; what the server says against it comes back with all that was written. */
    @PostMapping
    ModelAndView tailor(
            Launch launch,
            @PathVariable String worksheet,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale,
            HttpServletRequest request) {
        Context told = context.tell(launch);
        if (!door.isOpenForTailoring(told)) {
            return door.closed(request, locale);
        }
        return tailoring
                .tailor(launch, worksheet, new PlanForm(form), locale)
                .map(each -> answer(each, launch, told))
                .orElseGet(() -> door.missing(request, locale));
    }

    private static ModelAndView answer(Tailored done, Launch launch, Context told) {
        if (done.id() != null) {
            return new ModelAndView("redirect:/l/" + launch.id() + "/assign/" + done.id());
        }
        ModelAndView page = page(done, launch, told);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView page(Tailored tailored, Launch launch, Context told) {
        return AssignDoor.page("tailor", launch, told)
                .addObject("tailored", tailored)
                .addObject("form", tailored.form())
                .addObject("problems", tailored.problems());
    }
}
