package org.cbthomework.practice;

import java.io.Serial;
import java.util.List;

/** A server ended, or hangs, although nobody asked it to. */
public final class Ended extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int LINES = 30;

    Ended(String how, Server server) {
        super(server + " " + how + ". The end of " + server.log() + ":\n" + last(server.printed()));
    }

    private static String last(String printed) {
        List<String> lines = printed.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
