package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.cbthomework.launch.authorization.LaunchRefused;
import org.cbthomework.launch.authorization.Refusal;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.ehr.Ehrs;
import org.cbthomework.launch.homework.HomeworkAway;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.worksheet.ChangedElsewhere;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Tells what went wrong and what to do: as a page to people, as RFC 9457 to the app's own pages, in their language. */
@ControllerAdvice
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Set<Refusal> ANYBODYS = Set.of(Refusal.STATE, Refusal.OVER, Refusal.TOO_MANY);
    private static final String HOMEWORK_AWAY = "refusal.homework-away";

    private final Ehrs ehrs;
    private final Words words;

    Refusals(Ehrs ehrs, Words words) {
        this.ehrs = ehrs;
        this.words = words;
    }

    @ExceptionHandler
    Object launch(LaunchRefused refused, HttpServletRequest request) {
        LOG.info("A launch was refused: {}: {}", refused.refusal(), refused.detail());
        FrameAncestors.allow(request, readers(refused));
        return told(request, refused.refusal(), refused.detail());
    }

    @ExceptionHandler
    Object homework(HomeworkRefused refused, HttpServletRequest request) {
        LOG.info("The homework server refused a request with status {}", refused.status());
        if (refused.status() == HttpStatus.UNAUTHORIZED.value()) {
            return told(request, Refusal.OVER, "");
        }
        return told(
                request,
                passedOn(refused.status()),
                words.of("refusal.homework.title"),
                words.orItself(String.valueOf(refused.getMessage())),
                "");
    }

    @ExceptionHandler
    Object worksheet(ChangedElsewhere changed, HttpServletRequest request) {
        String key = String.valueOf(changed.getMessage());
        return told(request, 409, words.of(key + ".title"), words.of(key + ".remedy"), "");
    }

    @ExceptionHandler
    Object homework(HomeworkAway away, HttpServletRequest request) {
        LOG.warn("The homework server does not answer");
        String title = words.of(HOMEWORK_AWAY + ".title");
        String remedy = words.of(HOMEWORK_AWAY + ".remedy");
        if (isForPage(request)) {
            return page(request, 503, title, remedy, "");
        }
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(away.waitFor().toSeconds()))
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, title, remedy));
    }

    /**
     * In whose pages it can be read. Where a browser keeps the cookie from a page in a page, it is not known by whom the
     * launch was: then it is those of all, for a page that tells nothing of anybody.
     */
    private List<String> readers(LaunchRefused refused) {
        boolean mayBeAnybodys = ANYBODYS.contains(refused.refusal());
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

    private Object told(HttpServletRequest request, Refusal refusal, String detail) {
        String title = words.of(refusal.key() + ".title");
        String remedy = words.of(refusal.key() + ".remedy");
        Object told = told(request, refusal.status(), title, remedy, detail);
        return refusal == Refusal.OVER && told instanceof ModelAndView page
                ? page.addObject("choices", Choice.of(ehrs.all(), DeepLink.of(request)))
                : told;
    }

    private static Object told(HttpServletRequest request, int status, String title, String remedy, String detail) {
        return isForPage(request)
                ? page(request, status, title, remedy, detail)
                : ResponseEntity.status(status).body(problem(HttpStatus.valueOf(status), title, remedy));
    }

    private static boolean isForPage(HttpServletRequest request) {
        return !request.getRequestURI().contains("/api/");
    }

    /** The page that says it. */
    static ModelAndView page(HttpServletRequest request, int status, String title, String remedy, String detail) {
        return new ModelAndView("refused", HttpStatus.valueOf(status))
                .addObject("title", title)
                .addObject("remedy", remedy)
                .addObject("detail", detail)
                .addObject("choices", List.of())
                .addObject("framed", isFramed(request));
    }

    /** Whether the page is inside another, from which it can lead out. */
    static boolean isFramed(HttpServletRequest request) {
        return "iframe".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    static ProblemDetail problem(HttpStatus status, String title, String remedy) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, remedy);
        problem.setTitle(title);
        return problem;
    }
}
