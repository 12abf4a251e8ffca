package org.cbthomework.launch.web;

import java.util.List;
import java.util.Locale;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.SeeingHomework;
import org.cbthomework.launch.homework.SeeingSuggestions;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.reply.Replying;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages on which a patient says something about homework, or looks back on it. */
@Controller
class PatientPages {

    /** As many characters as the forms take. */
    static final int LONGEST = 2000;

    /** What may make homework hard, as the form offers it. */
    private static final List<String> OBSTACLES = List.of(
            "no-time", "forgot", "no-energy", "no-desire", "too-big", "worried", "unsure-how", "felt-worse", "came-up");

    private final SeeingSuggestions suggestions;
    private final SeeingHomework homework;
    private final Replying replying;
    private final MessageSource messages;

    PatientPages(SeeingSuggestions suggestions, SeeingHomework homework, Replying replying, MessageSource messages) {
        this.suggestions = suggestions;
        this.homework = homework;
        this.replying = replying;
        this.messages = messages;
    }

    /** What is suggested, to say yes to or to ask for a change. */
    @GetMapping("/l/{launch}/agreement/{order}")
    ModelAndView agreement(Launch launch, @PathVariable String order, Locale reader) {
        return agreement(launch, order, reader, "");
    }

    @PostMapping("/l/{launch}/agreement/{order}")
    Object answer(
            Launch launch,
            @PathVariable String order,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String words,
            Locale reader) {
        if (answer.equals("agree")) {
            replying.agree(launch, order);
            return today(launch, "agreed");
        }
        if (words.strip().length() > LONGEST) {
            ModelAndView again = agreement(launch, order, reader, words);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("tooLong", words.strip().length());
        }
        replying.askForChange(launch, order, words);
        return today(launch, "change");
    }

    private ModelAndView agreement(Launch launch, String order, Locale reader, String words) {
        return page("agreement", launch)
                .addObject(
                        "suggestion",
                        suggestions
                                .of(launch, order, reader)
                                .orElseThrow(() -> new HomeworkRefused(
                                        HttpStatus.NOT_FOUND.value(), "refusal.homework.gone", null)))
                .addObject("say", new Wording(messages, reader))
                .addObject("words", words)
                .addObject("longest", LONGEST);
    }

    /** What makes an occasion hard. */
    @GetMapping("/l/{launch}/hard/{occasion}")
    ModelAndView hard(Launch launch, @PathVariable String occasion) {
        return form(launch, occasion, List.of(), "");
    }

    @PostMapping("/l/{launch}/hard/{occasion}")
    Object hard(
            Launch launch,
            @PathVariable String occasion,
            @RequestParam(defaultValue = "") List<String> obstacle,
            @RequestParam(defaultValue = "") String easier) {
        List<String> obstacles = OBSTACLES.stream().filter(obstacle::contains).toList();
        boolean isEmpty = obstacles.isEmpty() && easier.isBlank();
        boolean isTooLong = easier.strip().length() > LONGEST;
        if (isEmpty || isTooLong) {
            ModelAndView again = form(launch, occasion, obstacles, easier);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("empty", isEmpty)
                    .addObject("tooLong", isTooLong ? easier.strip().length() : null);
        }
        replying.hard(launch, occasion, obstacles, easier);
        return today(launch, "hard");
    }

    private static ModelAndView form(Launch launch, String occasion, List<String> obstacles, String easier) {
        return page("hard", launch)
                .addObject("occasion", occasion)
                .addObject("offered", OBSTACLES)
                .addObject("obstacles", obstacles)
                .addObject("easier", easier)
                .addObject("empty", false)
                .addObject("longest", LONGEST);
    }

    /** There was nothing to note today. */
    @PostMapping("/l/{launch}/none-today/{order}")
    String none(Launch launch, @PathVariable String order) {
        replying.noneToday(launch, order);
        return today(launch, "none");
    }

    /** What was done, in counts and weeks. */
    @GetMapping("/l/{launch}/progress")
    ModelAndView progress(Launch launch, Locale reader) {
        return page("progress", launch)
                .addObject("homework", homework.ofOwn(launch, reader).orElse(null));
    }

    private static ModelAndView page(String name, Launch launch) {
        return new ModelAndView(name).addObject("launch", launch.id().value());
    }

    private static String today(Launch launch, String said) {
        return "redirect:/l/" + launch.id().value() + "/?said=" + said;
    }
}
