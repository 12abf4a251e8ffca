package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.cbthomework.launch.homework.Context;
import org.cbthomework.launch.launches.Launch;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** To whom the pages on which homework is assigned are open, and what is said to all others. */
@Component
class AssignDoor {

    private final MessageSource messages;

    AssignDoor(MessageSource messages) {
        this.messages = messages;
    }

    boolean isOpenTo(Context told) {
        return told.role().equals("clinician") && told.may().assign();
    }

    boolean isOpenForTailoring(Context told) {
        return isOpenTo(told) && told.may().tailor();
    }

    /** A page behind the door, on which nothing is wrong yet. */
    static ModelAndView page(String view, Launch launch, Context told) {
        return new ModelAndView(view)
                .addObject("context", told)
                .addObject("launch", launch.id().value())
                .addObject("problems", List.of())
                .addObject("isAway", false);
    }

    ModelAndView closed(HttpServletRequest request, Locale locale) {
        return refused(HttpStatus.FORBIDDEN, "closed", request, locale);
    }

    ModelAndView missing(HttpServletRequest request, Locale locale) {
        return refused(HttpStatus.NOT_FOUND, "missing", request, locale);
    }

    private ModelAndView refused(HttpStatus status, String what, HttpServletRequest request, Locale locale) {
        return Refusals.page(
                request,
                status.value(),
                messages.getMessage("assign." + what + ".title", null, locale),
                messages.getMessage("assign." + what + ".remedy", null, locale),
                "");
    }
}
