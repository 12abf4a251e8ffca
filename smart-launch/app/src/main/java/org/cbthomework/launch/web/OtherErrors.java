package org.cbthomework.launch.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A page for whatever else goes wrong, which says nothing of how. */
@Controller
class OtherErrors implements ErrorController {

    private final Words words;

    OtherErrors(Words words) {
        this.words = words;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
        String title = words.of(key(status) + ".title");
        String remedy = words.of(key(status) + ".remedy");
        return isForPage(request)
                ? new ModelAndView("refused", Map.of("title", title, "remedy", remedy, "detail", ""), status)
                        .addObject("choices", List.of())
                        .addObject("framed", Refusals.isFramed(request))
                : ResponseEntity.status(status).body(Refusals.problem(status, title, remedy));
    }

    private static boolean isForPage(HttpServletRequest request) {
        return !String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .contains("/api/");
    }

    private static String key(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "error.nothing-here";
            case FORBIDDEN -> "error.not-from-here";
            default -> status.is5xxServerError() ? "error.wrong-here" : "error.no-answer";
        };
    }
}
