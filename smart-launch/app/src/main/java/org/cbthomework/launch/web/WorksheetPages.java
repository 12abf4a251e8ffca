package org.cbthomework.launch.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.cbthomework.launch.launches.Launch;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The page on which a worksheet is filled in. */
@Controller
class WorksheetPages {

    private static final String PRELOAD = "META-INF/resources/cbt-homework-web/preload.json";

    private final List<String> preload;

    WorksheetPages(JsonMapper json) throws IOException {
        try (InputStream list = new ClassPathResource(PRELOAD).getInputStream()) {
            this.preload = json.readValue(list, new TypeReference<List<String>>() {});
        }
    }

    /** The page knows neither worksheet nor answers: it asks for them. */
    @GetMapping("/l/{launch}/worksheet/{occasion}")
    String worksheet(Launch launch, @PathVariable String occasion, Model model) {
        model.addAttribute("preload", preload);
        model.addAttribute("home", "/l/" + launch.id() + "/");
        model.addAttribute("api", "/l/" + launch.id() + "/api/worksheet/" + occasion);
        return "worksheet";
    }

    /** Begins an entry of a log: to an address of its own, so that loading it anew does not begin another. */
    @GetMapping("/l/{launch}/log/{order}")
    String begin(Launch launch, @PathVariable String order) {
        return "redirect:/l/" + launch.id() + "/log/" + UriUtils.encodePathSegment(order, StandardCharsets.UTF_8) + "/"
                + UUID.randomUUID();
    }

    @GetMapping("/l/{launch}/log/{order}/{entry}")
    String entry(Launch launch, @PathVariable String order, @PathVariable String entry, Model model) {
        model.addAttribute("preload", preload);
        model.addAttribute("home", "/l/" + launch.id() + "/");
        model.addAttribute("api", "/l/" + launch.id() + "/api/log/" + order + "/" + entry);
        return "worksheet";
    }
}
