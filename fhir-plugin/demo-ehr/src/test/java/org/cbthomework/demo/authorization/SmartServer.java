package org.cbthomework.demo.authorization;

import java.util.Map;
import java.util.Objects;
import org.cbthomework.demo.authorization.Web.Page;
import org.cbthomework.demo.patients.DemoCohort;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What tests of the authorization server build on: two apps that are not ours, and people who sign in. */
abstract class SmartServer {

    static final String CLINICIAN = "demo-clinician-one";
    static final String PATIENT = "demo-steady";

    @Autowired
    ApplicationContext server;

    @Autowired
    Clients clients;

    @Autowired
    Issuer issuer;

    @Autowired
    Launches launches;

    App app = new App("", "", null);
    App confidential = new App("", "", null);

    @BeforeEach
    void register() {
        DemoCohort.loadInto(server);
        app = App.registered(clients, base(), "test-public", null);
        confidential = App.registered(clients, base(), "test-secret", "s3cret");
    }

    final String base() {
        return issuer.url();
    }

    final Web browser(String login) {
        Web browser = new Web(base());
        browser.signIn(login);
        return browser;
    }

    /** Opens the homework of a patient from the pages, and is sent to the app with the launch. */
    static Page launch(Web browser, String page, String patient) {
        String token = browser.get(page).hidden("_csrf");
        return browser.post("/charts/" + patient + "/homework", Map.of("_csrf", token), "Accept", "text/html");
    }

    static String handle(Page launched) {
        return Objects.requireNonNull(launched.sent("launch"), launched::location);
    }
}
