package org.cbthomework.plugin.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Reads a body as far as its limit and not a byte further. */
final class Reading {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Guards guards;
    private final int mostBytes;

    Reading(Guards guards, int mostBytes) {
        this.guards = guards;
        this.mostBytes = mostBytes;
    }

    /**
     * The body, unpacked.
     *
     * @param announced the length that is told, in bytes; below 0 if none is
     * @throws Refusal if it is too long, broken off, or packed otherwise than by gzip
     */
    byte[] read(InputStream body, long announced, String encoding) {
        guards.hold(Rule.BODY_SIZE, announced <= mostBytes, this::tooLong);
        byte[] sent = read(body);
        String packing = encoding.strip();
        if (sent.length == 0 || packing.isEmpty() || packing.equalsIgnoreCase("identity")) {
            return sent;
        }
        if (!packing.equalsIgnoreCase("gzip")) {
            guards.hold(
                    Rule.CONTENT_ENCODING,
                    false,
                    () -> "The Content-Encoding of the body is not read here; send it as it is, or by gzip");
            return sent;
        }
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return read(unpacked);
        } catch (IOException broken) {
            throw new Refusal(Rule.SYNTAX, "The body is not what gzip makes; pack it again");
        }
    }

    private byte[] read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(guards.has(Rule.BODY_SIZE) ? mostBytes + 1 : Integer.MAX_VALUE);
            guards.hold(Rule.BODY_SIZE, bytes.length <= mostBytes, this::tooLong);
            return bytes;
        } catch (IOException broken) {
            throw new Refusal(Rule.SYNTAX, "The body ends before its time, or is not what gzip makes; send it again");
        }
    }

    private String tooLong() {
        return "The body has more than " + mostBytes + " bytes; send less at a time";
    }

    /**
     * The body as text.
     *
     * @throws Refusal if it is no UTF-8, or begins with a byte order mark
     */
    String decode(byte[] body) {
        if (!guards.has(Rule.TEXT_ENCODING)) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            guards.hold(
                    Rule.TEXT_ENCODING,
                    text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK,
                    () -> "The body begins with a byte order mark; leave it out");
            return text;
        } catch (CharacterCodingException other) {
            throw new Refusal(Rule.TEXT_ENCODING, "The body is not UTF-8; write UTF-8");
        }
    }
}
