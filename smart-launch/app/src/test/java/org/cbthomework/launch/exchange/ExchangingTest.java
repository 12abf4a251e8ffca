package org.cbthomework.launch.exchange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class ExchangingTest {

    private final HttpServer server = server();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Test
    void an_answer_that_comes_drop_by_drop_is_given_up() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                for (int i = 0; i < 100; i++) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();

        assertThatThrownBy(() -> new Exchanging(Duration.ofSeconds(1)).json(address()))
                .isInstanceOf(IOException.class)
                .hasMessage("no answer within 1 s");
    }

    @Test
    void nobody_at_the_address_is_told_as_such() {
        server.start();
        URI address = address();
        server.stop(0);

        assertThatThrownBy(() -> new Exchanging(Duration.ofSeconds(2)).json(address))
                .isInstanceOf(IOException.class);
    }
}
