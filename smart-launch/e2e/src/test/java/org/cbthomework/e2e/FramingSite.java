package org.cbthomework.e2e;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A site at a port of localhost, whose page frames what it is told to. It is a server, as a page that a test makes up in
 * the browser counts as one of the internet, from which Chromium opens nothing on this machine.
 */
final class FramingSite implements AutoCloseable {

    private final HttpServer server;
    private volatile String framed = "about:blank";

    private FramingSite(HttpServer server) {
        this.server = server;
    }

    static FramingSite open() throws IOException {
        FramingSite site =
                new FramingSite(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        site.server.createContext("/", site::answer);
        site.server.start();
        return site;
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Shows an address in a page of this site; whatever comes of it, an error too, has loaded then. */
    Frame frame(Page page, String address) {
        framed = address;
        page.navigate(origin() + "/portal");
        return page.frames().get(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] page = ("<!doctype html><html lang=en><title>Portal</title><link rel=icon href=data:,>"
                            + "<iframe width=900 height=700 title=Homework src=\"" + framed.replace("&", "&amp;")
                            + "\"></iframe>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
