package org.cbthomework.demo.portal;

import java.security.Principal;
import org.cbthomework.demo.authorization.Charts;
import org.cbthomework.demo.authorization.Users;
import org.cbthomework.demo.patients.People;
import org.cbthomework.demo.patients.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Staff see the charts that are open to them, everybody else the homework that is theirs to open. */
@Controller
class PortalPages {

    private static final String CHARTS = "/charts";
    private static final String MY_HOMEWORK = "/my-homework";

    private final Users users;
    private final Charts charts;
    private final LaunchingHomework launching;

    PortalPages(Users users, Charts charts, LaunchingHomework launching) {
        this.users = users;
        this.charts = charts;
        this.launching = launching;
    }

    @GetMapping("/")
    String start(Principal signedIn) {
        return "redirect:" + home(users.person(signedIn.getName()));
    }

    @GetMapping(CHARTS)
    String charts(Principal signedIn, Model model) {
        return page(CHARTS, signedIn, model);
    }

    @GetMapping(MY_HOMEWORK)
    String myHomework(Principal signedIn, Model model) {
        return page(MY_HOMEWORK, signedIn, model);
    }

    /** The same answer whether the patient is another's or nobody. */
    @PostMapping("/charts/{patient}/homework")
    String open(@PathVariable String patient, Principal signedIn) {
        return launching
                .launch(signedIn.getName(), patient)
                .map(address -> "redirect:" + address)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(String path, Principal signedIn, Model model) {
        Person person = users.person(signedIn.getName());
        if (!home(person).equals(path)) {
            return "redirect:" + home(person);
        }
        model.addAttribute("person", person);
        model.addAttribute("isAuditor", person.login().equals(People.AUDITOR));
        model.addAttribute("charts", charts.openTo(person));
        return path.substring(1);
    }

    private static String home(Person person) {
        return person.resourceType().equals("Practitioner") ? CHARTS : MY_HOMEWORK;
    }
}
