package org.cbthomework.adherence.schedule;

import java.util.List;

/** When homework is expected. */
public sealed interface Schedule permits AtTimes, AtMoments, OnDays, Quota, InWindows, Capped {

    /** The occasions that this schedule expects within the frame, in order. */
    List<Occasion> occasions(Frame frame);
}
