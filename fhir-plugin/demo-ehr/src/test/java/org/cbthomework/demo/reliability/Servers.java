package org.cbthomework.demo.reliability;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The server processes of a test; none outlives it. */
final class Servers implements AutoCloseable {

    private final Path folder;
    private final List<ServerProcess> launched = new CopyOnWriteArrayList<>();

    Servers(Path folder) {
        this.folder = folder;
    }

    /** Begins the start of one more. */
    ServerProcess launch(String... options) {
        ServerProcess server = ServerProcess.launch(folder, options);
        launched.add(server);
        return server;
    }

    @Override
    public void close() {
        launched.forEach(ServerProcess::kill);
    }
}
