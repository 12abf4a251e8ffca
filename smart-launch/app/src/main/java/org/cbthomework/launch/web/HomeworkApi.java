package org.cbthomework.launch.web;

import java.util.Locale;
import org.cbthomework.launch.homework.Context;
import org.cbthomework.launch.homework.SeeingToday;
import org.cbthomework.launch.homework.TellingContext;
import org.cbthomework.launch.homework.Today;
import org.cbthomework.launch.launches.Launch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What pages of a launch ask for, as JSON. */
@RestController
@RequestMapping("/l/{launch}/api")
class HomeworkApi {

    private final TellingContext context;
    private final SeeingToday today;

    HomeworkApi(TellingContext context, SeeingToday today) {
        this.context = context;
        this.today = today;
    }

    @GetMapping("/context")
    Context context(Launch launch) {
        return context.tell(launch);
    }

    /** 404 if the launch is about no patient. */
    @GetMapping("/today")
    ResponseEntity<Today> today(Launch launch, Locale reader) {
        return ResponseEntity.of(today.of(launch, reader));
    }
}
