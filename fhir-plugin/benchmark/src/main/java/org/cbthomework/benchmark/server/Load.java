package org.cbthomework.benchmark.server;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** How busy the machine is. */
final class Load {

    private Load() {}

    /** The average number of processes that run or wait to, over the last minute, of how many cores. */
    static String now() {
        return String.format(
                Locale.ROOT,
                "%.1f on %d cores",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }
}
