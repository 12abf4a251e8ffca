package org.cbthomework.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tour of the README: the commands between its two marks, and what it says they print. */
record ReadmeTour(List<Step> steps) {

    private static final String START = "<!-- tour:";
    private static final String END = "<!-- end of tour -->";
    private static final Pattern BLOCK = Pattern.compile("```(sh|text)\\n(.*?)```", Pattern.DOTALL);

    /** Commands, and what they print. */
    record Step(String commands, String printed) {}

    static ReadmeTour of(Path readme) throws IOException {
        String text = Files.readString(readme);
        Matcher block = BLOCK.matcher(text.substring(text.indexOf(START), text.indexOf(END)));
        List<Step> steps = new ArrayList<>();
        StringBuilder commands = new StringBuilder();
        while (block.find()) {
            if (block.group(1).equals("sh")) {
                commands.append(block.group(2));
            } else {
                steps.add(new Step(commands.toString(), block.group(2)));
                commands.setLength(0);
            }
        }
        return new ReadmeTour(steps);
    }

    /** Runs all steps in one shell against a server, and returns what each printed. */
    List<String> run(String ehr, Path scratch) throws IOException, InterruptedException {
        String mark = "--- step ---";
        StringBuilder script = new StringBuilder();
        steps.forEach(step -> script.append(step.commands().replace("EHR=http://localhost:8080", "EHR=" + ehr))
                .append("echo '")
                .append(mark)
                .append("'\n"));
        Path file = Files.writeString(scratch.resolve("tour.sh"), script);
        Process shell = new ProcessBuilder("sh", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("printed.txt").toFile())
                .start();
        if (!shell.waitFor(2, TimeUnit.MINUTES)) {
            shell.destroyForcibly();
            throw new IllegalStateException("The tour did not end within two minutes");
        }
        String printed = Files.readString(scratch.resolve("printed.txt"), StandardCharsets.UTF_8);
        return List.of(printed.split(mark + "\\n", -1)).subList(0, steps.size());
    }
}
