package org.cbthomework.adherence.schedule;

import java.util.List;

/** When homework is expected. */
public sealed interface Schedule
        permits AtTimes, AtMoments, InPartsOfDays, EveryHours, OnDays, Quota, WhenItHappens, InWindows, Capped {

    /** The occasions that this schedule expects within the frame, in order. */
    List<Occasion> occasions(Frame frame);
}
