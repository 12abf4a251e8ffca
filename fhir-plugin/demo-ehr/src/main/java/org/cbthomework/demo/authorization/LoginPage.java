package org.cbthomework.demo.authorization;

import java.util.List;
import org.cbthomework.demo.patients.People;
import org.cbthomework.demo.patients.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people sign in: by a form, or, since it is a demo, by choosing who to be. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String show(Model model) {
        model.addAttribute("password", Users.PASSWORD);
        model.addAttribute("staff", of("Practitioner"));
        model.addAttribute("proxies", of("RelatedPerson"));
        model.addAttribute("patients", of("Patient"));
        return "login";
    }

    private static List<Person> of(String type) {
        return People.all().stream()
                .filter(person -> person.resourceType().equals(type))
                .toList();
    }
}
