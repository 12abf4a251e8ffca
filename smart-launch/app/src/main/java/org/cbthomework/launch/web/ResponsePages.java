package org.cbthomework.launch.web;

import java.util.Locale;
import org.cbthomework.launch.homework.TellingContext;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.review.Kept;
import org.cbthomework.launch.review.ReadingResponses;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a patient handed in, for the clinician to read. */
@Controller
@RequestMapping("/l/{launch}/response/{id}")
class ResponsePages {

    private final ReadingResponses reading;
    private final TellingContext context;
    private final MessageSource messages;

    ResponsePages(ReadingResponses reading, TellingContext context, MessageSource messages) {
        this.reading = reading;
        this.context = context;
        this.messages = messages;
    }

    /** One response, beside another of the same worksheet. */
    @GetMapping
    String response(
            Launch launch,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String beside,
            Model model,
            Locale reader) {
        model.addAttribute("reading", reading.read(launch, id, beside, reader));
        model.addAttribute("context", context.tell(launch));
        model.addAttribute("launch", launch.id().value());
        model.addAttribute("say", new Wording(messages, reader));
        return "response";
    }

    /** What was drawn, photographed or recorded. It is of a type that runs nothing, and said to be no other. */
    @GetMapping("/kept/{number:\\d{1,4}}")
    ResponseEntity<Resource> kept(Launch launch, @PathVariable String id, @PathVariable int number) {
        Kept kept = reading.kept(launch, id, number);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kept.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().build().toString())
                .body(new ByteArrayResource(kept.content()));
    }
}
