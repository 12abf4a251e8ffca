package org.cbthomework.launch.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
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

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
        Map<String, String> words = words(status);
        return isForPage(request)
                ? new ModelAndView("refused", words, status).addObject("framed", Refusals.isFramed(request))
                : ResponseEntity.status(status).body(Refusals.problem(status, words.get("title"), words.get("remedy")));
    }

    private static boolean isForPage(HttpServletRequest request) {
        return !String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .contains("/api/");
    }

    private static Map<String, String> words(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                words("There is nothing here", "Open homework from your health record, or begin at the start page.");
            case FORBIDDEN ->
                words(
                        "This was not sent from the app's own page",
                        "Nothing was changed. Load the page anew and try again.");
            default ->
                status.is5xxServerError()
                        ? words("Something went wrong here", "Try again in a minute. If it stays so, tell your clinic.")
                        : words(
                                "This cannot be answered",
                                "Load the page anew, or open homework from your health record.");
        };
    }

    private static Map<String, String> words(String title, String remedy) {
        return Map.of("title", title, "remedy", remedy, "detail", "");
    }
}
