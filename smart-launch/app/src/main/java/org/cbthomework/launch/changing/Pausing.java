package org.cbthomework.launch.changing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.cbthomework.launch.homework.Chain;
import org.cbthomework.launch.homework.OrderExtensions;
import org.cbthomework.launch.homework.Pause;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Expects nothing for some days. The order stays active, because only the pause says since when. */
record Pausing(Pause pause) implements Act {

    @Override
    public List<ServiceRequest> on(Chain chain, OffsetDateTime now) {
        if (chain.pauses().contains(pause)) {
            return List.of();
        }
        refuseUnlessPossible(chain);
        ServiceRequest paused = chain.head().copy();
        paused.addExtension(OrderExtensions.PAUSE, pause.period());
        return List.of(paused);
    }

    private void refuseUnlessPossible(Chain chain) {
        LocalDate lastDay = pause.lastDay();
        if (lastDay != null && lastDay.isBefore(pause.firstDay())) {
            throw new NotPossible(List.of(new Problem("until", "ends-before-it-begins")));
        }
        if (pause.firstDay().isBefore(chain.firstDay(chain.orders().get(0)))) {
            throw new NotPossible(List.of(new Problem("from", "before-it-was-agreed")));
        }
        if (chain.pauses().stream().anyMatch(pause::meets)) {
            throw new NotPossible(List.of(new Problem("from", "paused-already")));
        }
    }
}
