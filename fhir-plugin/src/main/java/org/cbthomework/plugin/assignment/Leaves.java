package org.cbthomework.plugin.assignment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.plugin.ledger.CalendarRow;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;

/** Agreed leave: the pauses of a CarePlan, which hold for all homework of the plan. */
final class Leaves {

    private Leaves() {}

    /**
     * The leave that a plan tells, for itself and for each order it refers to.
     *
     * @throws Refused if a pause cannot be read
     */
    static List<CalendarRow> read(CarePlan plan) {
        String name = "CarePlan/" + plan.getIdElement().getIdPart();
        List<Period> pauses = plan.getExtensionsByUrl(HomeworkExtensions.PAUSE).stream()
                .map(Extension::getValue)
                .map(Leaves::period)
                .toList();
        Stream<String> orders = plan.getActivity().stream()
                .map(CarePlanActivityComponent::getReference)
                .map(reference -> reference.getReferenceElement().toUnqualifiedVersionless())
                .filter(reference -> "ServiceRequest".equals(reference.getResourceType()))
                .map(reference -> reference.getValue());
        return Stream.concat(Stream.of(name), orders)
                .distinct()
                .flatMap(scope -> pauses.stream().map(pause -> row(plan, name, scope, pause)))
                .toList();
    }

    private static CalendarRow row(CarePlan plan, String name, String scope, Period pause) {
        return new CalendarRow(
                name,
                plan.getSubject().getReference(),
                scope,
                CalendarRow.Kind.LEAVE,
                pause.getStartElement().getValueAsString(),
                Optional.ofNullable(pause.getEndElement().getValueAsString()));
    }

    /** Read in any zone, to refuse now what could not be read in the patient's. */
    private static Period period(Type value) {
        if (!(value instanceof Period pause) || !pause.hasStart()) {
            throw new Refused(
                    HomeworkExtensions.PAUSE,
                    "A pause has no start; give a Period with a start, and an end when it is over");
        }
        Instant start = Moments.start(pause.getStartElement(), ZoneOffset.UTC, HomeworkExtensions.PAUSE);
        if (pause.hasEnd()
                && Moments.end(pause.getEndElement(), ZoneOffset.UTC, HomeworkExtensions.PAUSE)
                        .isBefore(start)) {
            throw new Refused(
                    HomeworkExtensions.PAUSE,
                    "A pause starts at " + pause.getStartElement().getValueAsString() + " and ends at "
                            + pause.getEndElement().getValueAsString() + "; it must not end before it starts");
        }
        return pause;
    }
}
