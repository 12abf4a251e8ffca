package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.cbthomework.launch.authorization.LaunchRefused;
import org.cbthomework.launch.authorization.Refusal;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.ehr.Ehrs;
import org.cbthomework.launch.homework.HomeworkAway;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.worksheet.ChangedElsewhere;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Tells what went wrong and what to do: as a page to people, as RFC 9457 to the app's own pages. */
@ControllerAdvice
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String TRY_AGAIN = "Wait a minute and try again.";

    private final Ehrs ehrs;

    Refusals(Ehrs ehrs) {
        this.ehrs = ehrs;
    }

    @ExceptionHandler
    Object launch(LaunchRefused refused, HttpServletRequest request) {
        LOG.info("A launch was refused: {}: {}", refused.refusal(), refused.detail());
        FrameAncestors.allow(request, readers(refused));
        return told(
                request,
                refused.refusal().status(),
                refused.refusal().title(),
                refused.refusal().remedy(),
                refused.detail());
    }

    @ExceptionHandler
    Object homework(HomeworkRefused refused, HttpServletRequest request) {
        LOG.info("The homework server refused a request with status {}", refused.status());
        if (refused.status() == HttpStatus.UNAUTHORIZED.value()) {
            return told(request, Refusal.OVER.status(), Refusal.OVER.title(), Refusal.OVER.remedy(), "");
        }
        return told(
                request,
                passedOn(refused.status()),
                "The homework server did not do it",
                String.valueOf(refused.getMessage()),
                "");
    }

    @ExceptionHandler
    Object worksheet(ChangedElsewhere changed, HttpServletRequest request) {
        return told(request, 409, "Changed on another device", String.valueOf(changed.getMessage()), "");
    }

    @ExceptionHandler
    Object homework(HomeworkAway away, HttpServletRequest request) {
        LOG.warn("The homework server does not answer");
        if (isForPage(request)) {
            return page(request, 503, "Homework cannot be reached just now", TRY_AGAIN, "");
        }
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(away.waitFor().toSeconds()))
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "Homework cannot be reached just now", TRY_AGAIN));
    }

    /**
     * In whose pages it can be read. Where a browser keeps the cookie from a page in a page, it is not known by whom the
     * launch was: then it is those of all, for a page that tells nothing of anybody.
     */
    private List<String> readers(LaunchRefused refused) {
        boolean mayBeAnybodys = refused.refusal() == Refusal.STATE || refused.refusal() == Refusal.OVER;
        return refused.ehr()
                .map(Ehr::frameAncestors)
                .orElseGet(() -> mayBeAnybodys
                        ? ehrs.all().stream()
                                .flatMap(ehr -> ehr.frameAncestors().stream())
                                .distinct()
                                .toList()
                        : List.of());
    }

    private static int passedOn(int status) {
        return switch (status) {
            case 403, 404, 409, 412, 422, 502 -> status;
            case 410 -> 404;
            default -> 422;
        };
    }

    private static Object told(HttpServletRequest request, int status, String title, String remedy, String detail) {
        return isForPage(request)
                ? page(request, status, title, remedy, detail)
                : ResponseEntity.status(status).body(problem(HttpStatus.valueOf(status), title, remedy));
    }

    private static boolean isForPage(HttpServletRequest request) {
        return !request.getRequestURI().contains("/api/");
    }

    private static ModelAndView page(
            HttpServletRequest request, int status, String title, String remedy, String detail) {
        return new ModelAndView("refused", HttpStatus.valueOf(status))
                .addObject("title", title)
                .addObject("remedy", remedy)
                .addObject("detail", detail)
                .addObject("framed", isFramed(request));
    }

    /** Whether the page is inside another, from which it can lead out. */
    static boolean isFramed(HttpServletRequest request) {
        return "iframe".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    static ProblemDetail problem(HttpStatus status, @Nullable String title, @Nullable String remedy) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, remedy);
        problem.setTitle(title);
        return problem;
    }
}
