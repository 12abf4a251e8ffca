package org.cbthomework.launch.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

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
                ? Refusals.page(request, status.value(), title, remedy, "")
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
