package org.cbthomework.demo.portal;

import java.util.Optional;
import org.cbthomework.demo.authorization.Chart;
import org.cbthomework.demo.authorization.Charts;
import org.cbthomework.demo.authorization.Issuer;
import org.cbthomework.demo.authorization.LaunchContext;
import org.cbthomework.demo.authorization.Launches;
import org.cbthomework.demo.authorization.Users;
import org.cbthomework.demo.patients.Person;
import org.springframework.web.util.UriComponentsBuilder;

/** Launches the app for a patient, from within the EHR. */
final class LaunchingHomework {

    static final String TENANT = "demo-practice";

    private final Issuer issuer;
    private final Launches launches;
    private final Users users;
    private final Charts charts;
    private final String client;
    private final String address;

    /**
     * An app to launch.
     *
     * @param client its client_id
     * @param address where it is launched
     */
    LaunchingHomework(Issuer issuer, Launches launches, Users users, Charts charts, String client, String address) {
        this.issuer = issuer;
        this.launches = launches;
        this.users = users;
        this.charts = charts;
        this.client = client;
        this.address = address;
    }

    /** Where the person is to go; empty if the chart is not open to the person, or is not there. */
    Optional<String> launch(String login, String patient) {
        Person person = users.person(login);
        return charts.open(person, patient)
                .map(chart -> launches.begin(login, client, context(person, chart)))
                .map(handle -> UriComponentsBuilder.fromUriString(address)
                        .queryParam("iss", issuer.fhirBase())
                        .queryParam("launch", handle)
                        .encode()
                        .build()
                        .toUriString());
    }

    /** The banner is the app's to show, for it opens in place of the chart; a patient needs none. */
    private LaunchContext context(Person person, Chart chart) {
        boolean isStaff = person.resourceType().equals("Practitioner");
        LaunchContext context = LaunchContext.NONE
                .patient(chart.patient())
                .needPatientBanner(!person.resourceType().equals("Patient"))
                .intent(isStaff ? "homework-review" : "homework-today")
                .fhirContext(chart.team().stream().map(id -> "CareTeam/" + id).toList())
                .style(issuer.url() + "/smart-style.json")
                .tenant(TENANT);
        return isStaff && chart.encounter() != null ? context.encounter(chart.encounter()) : context;
    }
}
