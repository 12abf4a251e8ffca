package org.cbthomework.launch.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A secret in a file that is made once, and that none but the owner may read. */
final class KeptFile {

    private final Path file;

    KeptFile(Path file) {
        this.file = file;
    }

    /** What is in it; if it is not there, it is made, by one process if several start at once. */
    String read(Supplier<String> made) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = guard();
                    FileLock held = channel.lock()) {
                if (held.isValid() && !Files.exists(file)) {
                    write(made.get());
                }
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Puts something else in its place, while no other process does. */
    void change(UnaryOperator<String> change) {
        try {
            try (FileChannel channel = guard();
                    FileLock held = channel.lock()) {
                if (held.isValid()) {
                    write(change.apply(Files.readString(file)));
                }
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private FileChannel guard() throws IOException {
        return FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private UncheckedIOException unusable(IOException e) {
        return new UncheckedIOException(
                file + " can be neither read nor written; give cbt-homework.data a folder of the app's own", e);
    }

    private void write(String secret) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(fresh, secret);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
