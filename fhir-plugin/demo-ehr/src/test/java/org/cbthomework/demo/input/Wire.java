package org.cbthomework.demo.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cbthomework.demo.harness.TestIssuer;

/** HTTP by hand, for requests that no decent client sends. */
record Wire(URI base) {

    private static final int WATCHDOG = 60_000;

    /** What came back. */
    record Answer(int status, String head, String body) {}

    /** Sends a body with its length, and the headers {@code Name: value}. */
    Answer send(String method, String path, byte[] body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Length: " + body.length);
        return raw(method, path, body, all);
    }

    Answer send(String method, String path, String body, String... headers) {
        return send(method, path, body.getBytes(UTF_8), headers);
    }

    /** Sends a body whose length nobody knows beforehand. */
    Answer sendChunked(String method, String path, byte[] body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Transfer-Encoding: chunked");
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int from = 0; from < body.length; from += 8192) {
            int length = Math.min(8192, body.length - from);
            chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            chunks.write(body, from, length);
            chunks.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        return raw(method, path, chunks.toByteArray(), all);
    }

    /** Sends exactly this, and then nothing more. */
    Answer raw(String method, String path, byte[] body, List<String> headers) {
        String head = method + " " + base.getPath() + path + " HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nAuthorization: Bearer " + TestIssuer.TRUSTED.everything(base.toString())
                + "\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(WATCHDOG);
            write(socket, head, body);
            return read(new String(socket.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    private static void write(Socket socket, String head, byte[] body) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(ISO_8859_1));
            out.write(body);
            out.flush();
            socket.shutdownOutput();
        } catch (IOException answeredBeforeTheEnd) {
            // The answer says why.
        }
    }

    private static Answer read(String reply) {
        int end = reply.indexOf("\r\n\r\n");
        String head = reply.substring(0, end);
        String body = reply.substring(end + 4);
        boolean isChunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        // Lengths of chunks are on lines of their own.
        return new Answer(
                Integer.parseInt(head.split(" ", 3)[1]),
                head,
                isChunked ? body.replaceAll("(^|\r\n)[0-9a-f]+\r\n", "") : body);
    }
}
