package org.cbthomework.benchmark;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.cbthomework.benchmark.Lines.print;

import java.util.List;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Prints what measuring adherence costs against the length of history, and by which power it grows. */
public final class GrowthOfAdherence {

    private GrowthOfAdherence() {}

    /** Takes JMH's own options: {@code -f 3 -wi 5 -i 10 -r 2} makes it longer. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        System.out.println(environment());
        System.out.println("Measuring, about a minute unless asked for more ...");
        List<Cost> costs = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include("^" + MeasuringAdherence.class.getName() + "\\.")
                        .addProfiler(GCProfiler.class)
                        .addProfiler(CpuTime.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run().stream().map(Cost::of).toList();
        tell(costs);
    }

    private static String environment() {
        return "JDK %s (%s), %d cores, %s"
                .formatted(
                        Runtime.version(),
                        System.getProperty("java.vm.name"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.arch"));
    }

    private static void tell(List<Cost> costs) {
        print("%n| body | years | rows | us/op (fastest to slowest) | CPU us/op | KB/op |%n|---|--:|--:|--:|--:|--:|");
        costs.forEach(each -> print(
                "| %s | %d | %,d | %,.0f (%,.0f to %,.0f) | %,.0f | %,.0f |",
                each.body(),
                each.years(),
                History.ofDailyDiary(each.years(), MeasuringAdherence.SEED)
                        .submissions()
                        .size(),
                each.micros(),
                each.fastest(),
                each.slowest(),
                each.cpu(),
                each.bytes() / 1000));
        print("%n| exponent of growth | time | CPU | bytes |%n|---|--:|--:|--:|");
        costs.stream()
                .collect(groupingBy(Cost::body, TreeMap::new, toList()))
                .forEach((body, each) -> print(
                        "| %s | %.2f | %.2f | %.2f |",
                        body,
                        Growth.exponent(each, Cost::micros),
                        Growth.exponent(each, Cost::cpu),
                        Growth.exponent(each, Cost::bytes)));
    }
}
