package org.cbthomework.adherence.schedule;

import java.util.List;

/** Whenever it happens, no number agreed: there is nothing to be expected, only what was noted (rule 3). */
public record WhenItHappens() implements Schedule {

    @Override
    public List<Occasion> occasions(Frame frame) {
        return List.of();
    }
}
