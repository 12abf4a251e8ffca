package org.cbthomework.practice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports for what has to be told its own before it listens. */
public final class Ports {

    /** Below those that systems hand out by themselves. */
    private static final int FIRST = 21_000;

    /** So many for each JVM that shares the test classes: none takes what another found free. */
    private static final int EACH = 1_000;

    private static final AtomicInteger NEXT = new AtomicInteger(FIRST + EACH * Integer.getInteger("test.fork", 0));

    private Ports() {}

    /** One that nobody listens at now, and that is found once only. */
    public static int free() {
        int port = NEXT.getAndIncrement();
        while (isTaken(port)) {
            port = NEXT.getAndIncrement();
        }
        return port;
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() != port;
        } catch (IOException taken) {
            return true;
        }
    }
}
