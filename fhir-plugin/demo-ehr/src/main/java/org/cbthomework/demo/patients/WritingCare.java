package org.cbthomework.demo.patients;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Writes what homework is embedded in: the goal, the plan, the care team and the weekly sessions. */
final class WritingCare {

    private static final int SESSION_MINUTES = 50;

    private WritingCare() {}

    static Stream<Resource> resources(DemoPatient patient, Course course) {
        List<ZonedDateTime> sessions = course.sessions();
        return Stream.concat(
                Stream.of(goal(patient, course), plan(patient, course), team(patient, course)),
                IntStream.range(0, sessions.size())
                        .mapToObj(number -> session(patient, course, number + 1, sessions.get(number))));
    }

    /** The id of a session, the first being 1. */
    static String sessionId(DemoPatient patient, int number) {
        return patient.id("session-%02d".formatted(number));
    }

    private static Resource goal(DemoPatient patient, Course course) {
        Goal goal = Marks.marked(new Goal(), patient.id("goal"));
        goal.setLifecycleStatus(GoalLifecycleStatus.ACTIVE);
        goal.getDescription().setText(patient.goal());
        goal.setSubject(new Reference("Patient/" + patient.id()));
        goal.setExpressedBy(new Reference("Patient/" + patient.id()));
        goal.setStart(new DateType(course.firstDay().toString()));
        return goal;
    }

    private static Resource plan(DemoPatient patient, Course course) {
        CarePlan plan = Marks.marked(new CarePlan(), patient.id("plan"));
        plan.setStatus(CarePlanStatus.ACTIVE);
        plan.setIntent(CarePlanIntent.PLAN);
        plan.setTitle("Homework between sessions");
        plan.setSubject(new Reference("Patient/" + patient.id()));
        plan.setPeriod(Written.from(course.firstDay()));
        plan.setAuthor(new Reference(patient.clinician().reference()));
        plan.addGoal(new Reference("Goal/" + patient.id("goal")));
        patient.orders()
                .forEach(order ->
                        plan.addActivity().setReference(new Reference("ServiceRequest/" + patient.id(order.name()))));
        return plan;
    }

    private static Resource team(DemoPatient patient, Course course) {
        CareTeam team = Marks.marked(new CareTeam(), patient.id("team"));
        team.setStatus(CareTeamStatus.ACTIVE);
        team.setName("Therapy of Demo " + patient.name());
        team.setSubject(new Reference("Patient/" + patient.id()));
        team.setPeriod(Written.from(course.firstDay()));
        team.addParticipant()
                .setMember(new Reference(patient.clinician().reference()))
                .setPeriod(Written.from(course.firstDay()));
        return team;
    }

    private static Resource session(DemoPatient patient, Course course, int number, ZonedDateTime start) {
        ZonedDateTime end = start.plusMinutes(SESSION_MINUTES);
        boolean isOver = course.isOver(end.toOffsetDateTime());
        Encounter session = Marks.marked(new Encounter(), sessionId(patient, number));
        session.setStatus(isOver ? EncounterStatus.FINISHED : EncounterStatus.PLANNED);
        session.setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", "ambulatory"));
        session.addType()
                .addCoding(
                        Item.coded("homework", "therapy-session", "Therapy session, at which a week of homework ends"));
        session.setSubject(new Reference("Patient/" + patient.id()));
        session.addParticipant().setIndividual(new Reference(patient.clinician().reference()));
        session.setPeriod(new Period()
                .setStartElement(new DateTimeType(Written.moment(start)))
                .setEndElement(new DateTimeType(Written.moment(end))));
        return session;
    }
}
